// The interleaving player: steps through a schedule, forward and back, with the code beside it.

const pace = 1200; // milliseconds a step while it plays

// The players that were made, and the one that was used last.
let players = [];
let used;

// The player that the arrow keys of the page go to: the one used last while it is in view, or the one of which most is.
function inView() {
  players = players.filter(made => made.element.isConnected);
  const seen = ({ element }) => {
    const { top, bottom } = element.getBoundingClientRect();
    return Math.min(bottom, window.innerHeight) - Math.max(top, 0);
  };
  return players.includes(used) && seen(used) > 0 ? used : players.toSorted((a, b) => seen(b) - seen(a))[0];
}

function player(title, story, sources, link, first) {
  const last = story.steps.length - 1;
  const within = to => Math.min(last, Math.max(0, to));
  let at = within(first ?? 0);
  let playing;
  const table = stepsTable(story, link, go);
  const code = followedCode(story, sources);
  const chart = gantt(story, sources);
  const now = el('p', { class: 'now', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const values = el('dl', { class: 'values' });
  const memory = el('div', { class: 'memory' }, el('span', { class: 'note' }, 'Values seen'), values);
  const here = el('a', { class: 'here-link' }, 'Link to this step');
  const slider = el('input', { type: 'range', min: 1, max: last + 1, 'aria-label': 'Step', oninput: () => go(slider.value - 1) });
  const button = (words, act, title) => el('button', { type: 'button', onclick: act, title }, words);
  const [start, back, forward, end] = [button('First', () => go(0), 'Home'), button('Back', () => go(at - 1), 'Arrow left'),
    button('Forward', () => go(at + 1), 'Arrow right'), button('Last', () => go(last), 'End')];
  const play = button('Play', () => (playing ? pause() : resume()));
  // Nothing moves by itself for those who asked for less motion.
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const switches = story.steps.flatMap((step, i) => (step.switched ? [i] : []));
  const failure = story.steps.findLastIndex(step => step.fails);

  function go(to) {
    pause();
    show(within(to));
    // The address follows without filling the history.
    history.replaceState(null, '', link(at));
  }

  function resume() {
    if (at === last) show(0);
    play.textContent = 'Pause';
    playing = setInterval(() => {
      if (element.isConnected && at < last) show(at + 1);
      if (!element.isConnected || at === last) pause();
    }, pace);
  }

  function pause() {
    clearInterval(playing);
    playing = undefined;
    play.textContent = 'Play';
  }

  function show(to) {
    at = to;
    const step = story.steps[at];
    // A button that is disabled loses the focus, and with it the place of who uses the keyboard.
    for (const [control, off] of [[start, at === 0], [back, at === 0], [forward, at === last], [end, at === last]]) control.setAttribute('aria-disabled', off);
    slider.value = at + 1;
    now.replaceChildren();
    append(now, [el('span', { class: 'count' }, `Step ${at + 1} of ${last + 1}`), ' ',
      step.lane >= 0 && [el('strong', null, el('bdi', null, story.lanes[step.lane])), ' '], el('span', null, stepWords(step)),
      placeOf(step) && [' at ', el('code', null, placeOf(step))],
      step.switched && [' ', el('span', { class: 'tag switch' }, 'preempted here')],
      step.fails && [' ', el('span', { class: 'tag fail' }, 'This is where it fails')]]);
    slider.setAttribute('aria-valuetext', now.textContent);
    const seen = [...valuesAt(story, at)];
    memory.classList.toggle('empty', seen.length === 0);
    values.replaceChildren();
    append(values, seen.map(([name, { value, step: by, verb }]) => el('div', { class: by === at ? 'fresh' : null },
      el('dt', null, name), el('dd', null, value, by === at && el('span', { class: 'sr' }, verb === 'writes' ? ' just written' : ' just read')))));
    here.setAttribute('href', link(at));
    table.show(at);
    code?.show(at);
    chart?.show(at);
  }

  function key(event) {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  }

  const use = () => { used = self; };
  const element = el('section', { class: 'player', 'aria-label': `Step by step: ${title}`, onfocusin: use, onpointerdown: use },
    el('div', { class: 'bar' },
      el('div', { class: 'buttons' }, start, back, !still && play, forward, end),
      slider,
      el('div', { class: 'buttons' },
        switches.length > 0 && button(switches.length > 1 ? 'Next switch' : 'To the switch', () => go(switches.find(i => i > at) ?? switches[0])),
        failure >= 0 && button('To the failure', () => go(failure)), here)),
    now,
    valuesAt(story, last).size > 0 && memory,
    el('div', { class: code ? 'beside' : null }, code?.element, table.element),
    story.legend && el('p', { class: 'note legend' }, story.legend),
    chart?.element);
  const self = { element, key, show: () => show(at), address: () => link(at) };
  players.push(self);
  return self;
}

// The code of the current step's file, with its line marked and the lanes that stand in it named.
function followedCode(story, sources) {
  const used = sources.filter(source => story.steps.some(step => step.file === source.file));
  if (used.length === 0) return undefined;
  const listings = used.map(source => listing(source));
  const isOurs = step => used.some(source => source.file === step.file);

  function show(at) {
    const step = story.steps.slice(0, at + 1).findLast(isOurs) ?? story.steps.find(isOurs);
    const places = placesAt(story, at);
    for (const { file, lines, body, element: figure } of listings) {
      figure.hidden = file !== step.file;
      lines.forEach((line, i) => {
        line.classList.toggle('current', step === story.steps[at] && file === step.file && i + 1 === step.line);
        line.querySelector('.here')?.remove();
        const here = places.filter(p => p.file === file && p.line === i + 1).map(p => p.title);
        if (here.length > 0) line.lastChild.before(el('span', { class: 'here' }, here.join(', ')));
      });
      if (!figure.hidden && lines[step.line - 1]) keepInView(body, lines[step.line - 1]);
    }
  }

  return { element: el('div', { class: 'followed' }, listings.map(l => l.element)), show };
}

// Arrow keys work from anywhere on the page but where they have a meaning of their own.
window.addEventListener('keydown', event => {
  const target = event.target;
  const own = target.closest?.('input, select, textarea, .flame, [role=tab]') || (target.matches?.('[tabindex="0"]') && target.scrollWidth > target.clientWidth);
  if (!own) inView()?.key(event);
});
