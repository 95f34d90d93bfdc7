// Addresses: #/   #/student/<id>   #/student/<id>/<kata>   #/student/<id>/<kata>/<criterion>/<step>   #/kata/<kata>

function announce(text) {
  document.getElementById('announce').textContent = visible(text);
}

function missing(what, id) {
  return [el('h1', null, 'Not in this report'), el('p', null, `There is no ${what} `, el('bdi', null, id), ' here.'), el('p', null, el('a', { href: '#/' }, report.personal ? 'To the start' : 'To the class'))];
}

function crumbs(...links) {
  // A page for one student has no class to lead back to.
  const all = report.personal ? links : [['#/', 'Class'], ...links];
  return all.length > 0 && el('nav', { 'aria-label': 'Where you are' }, el('ol', { class: 'crumbs' },
    all.map(([href, text]) => el('li', null, el('a', { href }, el('bdi', null, text))))));
}

async function kataPage(id, kataId, criterion, at) {
  const submission = submissions.find(s => s.id === id);
  if (!submission) return missing('student', id);
  const kata = kataOf(submission, kataId);
  if (!kata) return [crumbs([address('student', id), id]), ...missing('kata', kataId)];
  const step = { criterion, at: Number.parseInt(at, 10) || 1, players: [] };
  const content = [
    crumbs([address('student', id), id]),
    el('h1', null, titleOf(kata), el('span', { class: 'owner' }, ' · ', el('bdi', null, id))),
    neighbours(submission, kataId),
    kataResult(submission, { ...kata, ...await detailsOf(submission, kata) }, 2, step),
    !report.personal && el('p', { class: 'note' }, el('a', { href: address('kata', kataId) }, 'This kata in the class')),
  ];
  // A box can scroll to its step only where it stands on the page; the address of a step leads to its player.
  const placed = () => {
    for (const { show } of step.players) show();
    return step.players.find(made => made.wanted)?.element;
  };
  return { content, placed };
}

function page(parts) {
  if (report.personal && parts[0] !== 'student') return studentPage(submissions[0].id);
  if (parts[0] === 'student' && parts.length === 2) return studentPage(parts[1]);
  if (parts[0] === 'student' && parts.length >= 3) return kataPage(...parts.slice(1));
  if (parts[0] === 'kata' && parts.length === 2) return [crumbs(), ...kataOverview(parts[1])];
  return classPage();
}

function parts() {
  const path = window.location.hash.replace(/^#\/?/, '');
  if (!path) return [];
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return []; // a % that encodes nothing
  }
}

let shows = 0;

async function show() {
  const turn = ++shows;
  const wanted = parts();
  const made = await page(wanted);
  // Who went on meanwhile does not want this page any more.
  if (turn !== shows) return undefined;
  const main = document.getElementById('main');
  main.replaceChildren();
  append(main, made.content ?? made);
  const start = made.placed?.();
  const heading = main.querySelector('h1');
  document.title = heading.textContent + ' · ConcurrencyKatas report';
  return { heading, start };
}

function colophon() {
  const { grader = {}, machine = {} } = report;
  document.getElementById('run').textContent = visible(`seed ${grader.seed}, ${plural(grader.schedules ?? 0, 'schedule')} a test`);
  append(document.getElementById('colophon'), [
    el('p', null, grader.revealed
      ? 'For staff: this page shows the values that hidden tests pass in. Do not hand it to students.'
      : 'The values that hidden tests pass in are left out: a Greek letter stands for each.'),
    el('p', null, `grader ${grader.version}, suites ${String(grader.suites ?? '').slice(0, 12)}. Graded on ${plural(machine.cores ?? 0, 'core')}, ${machine.os}, ${machine.runtime}; sandbox: ${machine.sandbox}.`),
    el('p', null, 'The same submission, grader and seed give the same verdicts, schedules and interleavings. Only measured times may differ.')]);
}

// A new page is read from its start, by eye and by screen reader; a step from its player.
function settle(shown, focus) {
  if (!shown) return;
  if (shown.start) shown.start.scrollIntoView();
  else if (focus) window.scrollTo(0, 0);
  if (!focus) return;
  shown.heading.setAttribute('tabindex', '-1');
  shown.heading.focus({ preventScroll: true });
}

colophon();
settle(await show(), false);
window.addEventListener('hashchange', async () => settle(await show(), true));
