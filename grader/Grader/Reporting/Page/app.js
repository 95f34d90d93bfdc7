// Addresses: #/   #/student/<id>   #/student/<id>/<kata>   #/kata/<kata>

function announce(text) {
  document.getElementById('announce').textContent = visible(text);
}

function missing(what, id) {
  return [el('h1', null, 'Not in this report'), el('p', null, `There is no ${what} `, el('bdi', null, id), ' here.'), el('p', null, el('a', { href: '#/' }, 'To the class'))];
}

function crumbs(...links) {
  return el('nav', { 'aria-label': 'Where you are' }, el('ol', { class: 'crumbs' },
    el('li', null, el('a', { href: '#/' }, 'Class')), links.map(([href, text]) => el('li', null, el('a', { href }, el('bdi', null, text))))));
}

function studentPage(id) {
  const submission = submissions.find(s => s.id === id);
  if (!submission) return missing('student', id);
  return [
    crumbs(),
    el('h1', null, el('bdi', null, submission.id)),
    el('p', { class: 'lead' }, `${number(submission.score)} of ${number(submission.maxScore)} points`),
    submission.notes?.length > 0 && el('ul', { class: 'notes' }, submission.notes.map(n => el('li', null, n))),
    (submission.katas ?? []).map(kata => el('section', { class: 'kata' },
      el('h2', null, el('a', { href: address('student', submission.id, kata.id) }, titleOf(kata))),
      kataResult(submission, kata, 3))),
  ];
}

function kataPage(id, kataId) {
  const submission = submissions.find(s => s.id === id);
  if (!submission) return missing('student', id);
  const kata = kataOf(submission, kataId);
  if (!kata) return [crumbs([address('student', id), id]), ...missing('kata', kataId)];
  return [
    crumbs([address('student', id), id]),
    el('h1', null, titleOf(kata)),
    kataResult(submission, kata, 2),
    el('p', { class: 'note' }, el('a', { href: address('kata', kataId) }, 'This kata in the class')),
  ];
}

function page(parts) {
  if (parts[0] === 'student' && parts.length === 2) return studentPage(parts[1]);
  if (parts[0] === 'student' && parts.length === 3) return kataPage(parts[1], parts[2]);
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

function show() {
  const main = document.getElementById('main');
  main.replaceChildren();
  append(main, page(parts()));
  const heading = main.querySelector('h1');
  document.title = heading.textContent + ' · ConcurrencyKatas report';
  return heading;
}

function colophon() {
  const { grader = {}, machine = {} } = report;
  document.getElementById('run').textContent = visible(`seed ${grader.seed}, ${plural(grader.schedules ?? 0, 'schedule')} a test`);
  append(document.getElementById('colophon'), [
    el('p', null, `grader ${grader.version}, suites ${String(grader.suites ?? '').slice(0, 12)}. Graded on ${plural(machine.cores ?? 0, 'core')}, ${machine.os}, ${machine.runtime}; sandbox: ${machine.sandbox}.`),
    el('p', null, 'The same submission, grader and seed give the same verdicts, schedules and interleavings. Only measured times may differ.')]);
}

colophon();
show();
window.addEventListener('hashchange', () => {
  const heading = show();
  // The new page is read from its start, by eye and by screen reader.
  window.scrollTo(0, 0);
  heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
});
