// Virtual time: for each lane when it lived, when it waited and for what, and the instants at which it ran.

// "await Task.WhenAll(pages)", out of `return (await Task.WhenAll(pages)).Sum();`: the awaited expression as it stands in the line of a step.
function awaitedCode(step, sources) {
  const line = sources.find(source => source.file === step.file)?.text.replaceAll('\r\n', '\n').split('\n')[step.line - 1];
  const code = /\bawait\b.*/.exec(line ?? '')?.[0];
  if (step.text !== 'awaits' || !code) return undefined;
  let open = 0;
  const end = [...code].findIndex(c => (open += '([{'.includes(c) ? 1 : ')]}'.includes(c) ? -1 : 0) < 0 || (open === 0 && c === ';'));
  return (end < 0 ? code : code.slice(0, end)).replace(/[\s{]+$/, '');
}

function timelines(story, sources) {
  const end = Math.max(...story.steps.map(atOf));
  return story.lanes.map((title, lane) => {
    const own = story.steps.filter(step => step.lane === lane);
    if (own.length === 0) return undefined;
    const waits = own.flatMap((step, i) => {
      if (step.kind !== 'wait') return [];
      const next = own[i + 1];
      const [from, to] = [atOf(step), next ? atOf(next) : end];
      if (next && to === from) return [];
      // An await tells less than the queue that it stands in.
      const before = own[i - 1];
      return [{ from, to, text: before?.kind === 'queue' && atOf(before) === from ? before.text : awaitedCode(step, sources) ?? step.text, open: !next }];
    });
    const acts = [...new Set(own.map(atOf))];
    return { title, from: acts[0], to: waits.at(-1)?.open ? end : acts.at(-1), waits, acts };
  }).filter(Boolean);
}

// Round distances of ticks: 1, 2 or 5 times a power of ten.
function ticksTo(end, most = 8) {
  const power = 10 ** Math.floor(Math.log10(end / most));
  const step = [1, 2, 5, 10].map(f => f * power).find(s => end / s <= most);
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

function gantt(story, sources) {
  if (!isTimed(story)) return undefined;
  const end = Math.max(...story.steps.map(atOf));
  const lines = timelines(story, sources);
  const cursors = [];
  const cursor = () => cursors[cursors.push(el('span', { class: 'cursor' })) - 1];
  const until = wait => (wait.open ? 'and never goes on' : `to ${seconds(wait.to)}`);
  const put = (element, from, to) => {
    element.style.insetInlineStart = `${(100 * from) / end}%`;
    if (to !== undefined) element.style.width = `${(100 * (to - from)) / end}%`;
    return element;
  };
  const chart = el('div', {
    class: 'gantt', role: 'img',
    'aria-label': lines.map(l => `${l.title}: ${l.waits.map(w => `${w.text}, ${seconds(w.from)} ${until(w)}`).join('; ') || `runs at ${l.acts.map(seconds).join(', ')}`}`).join('. '),
  },
  lines.map(l => [
    el('span', { class: 'who' }, el('bdi', null, l.title)),
    el('span', { class: 'track' },
      put(el('span', { class: 'life' }), l.from, l.to),
      l.waits.map(w => put(el('span', { class: w.open ? 'wait open' : 'wait', title: `${w.text}: ${seconds(w.from)} ${until(w)}` }, el('span', null, w.text)), w.from, w.to)),
      l.acts.map(t => put(el('span', { class: 'ran', title: `runs at ${seconds(t)}` }), t)), cursor())]),
  el('span', { class: 'who axis' }),
  el('span', { class: 'track axis' }, ticksTo(end).map(t => put(el('span', { class: 'tick' }, seconds(t)), t)), cursor()));
  const table = el('details', { class: 'text' }, el('summary', null, 'Virtual time as a table'),
    scroller('Virtual time', el('table', null,
      el('caption', { class: 'sr' }, 'Who waits when, and for what'),
      el('thead', null, el('tr', null, ['Operation', 'Runs at', 'Waits', 'From', 'To'].map(t => el('th', { scope: 'col' }, t)))),
      el('tbody', null, lines.map(l => (l.waits.length > 0 ? l.waits : [undefined]).map((w, i) => el('tr', null,
        el('th', { scope: 'row' }, el('bdi', null, l.title)), el('td', null, i === 0 ? l.acts.map(seconds).join(', ') : ''),
        el('td', null, w?.text ?? '–'), el('td', null, w ? seconds(w.from) : '–'), el('td', null, w ? (w.open ? 'never' : seconds(w.to)) : '–'))))))));
  return {
    element: el('figure', { class: 'time' },
      el('figcaption', null, 'Virtual time: bars wait, marks show when an operation ran. Running takes no virtual time.'), chart, table),
    show: at => cursors.forEach(line => put(line, atOf(story.steps[at]))),
  };
}
