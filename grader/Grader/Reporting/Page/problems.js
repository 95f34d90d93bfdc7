// What a class gets wrong, and who does not get on.

const mostGroups = 12;
const mostNames = 6;
const mostStuck = 30;

// Problems of one criterion whose lines have the same shape, the commonest first. `results` are pairs of submission and kata.
function commonestProblems(results) {
  const groups = new Map();
  for (const { submission, kata } of results) {
    for (const problem of kata.problems ?? []) {
      const key = JSON.stringify([kata.id, problem.criterion, problem.shape]);
      const group = groups.get(key) ?? { ...problem, kata, students: [] };
      group.students.push(submission);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.students.length - a.students.length);
}

function problemsTable(groups, acrossKatas = false) {
  if (groups.length === 0) return el('p', null, 'Nothing went wrong.');
  const { body, more } = firstRows(groups, group => problemRow(group, acrossKatas), mostGroups, 'problems');
  return [
    el('p', { class: 'note' }, 'Lines that differ only in names, numbers and spaces count as one problem; the line shown is the first student’s. Where no line is known, messages are compared.'),
    scroller('Commonest problems', el('table', { class: 'problems cards' },
      el('caption', { class: 'sr' }, 'Problems, the commonest first'),
      el('thead', null, el('tr', null, [acrossKatas && 'Kata', 'Criterion', 'Verdict', 'For example', 'Students', 'Who'].filter(Boolean).map(t => el('th', { scope: 'col' }, t)))),
      body)),
    more,
  ];
}

function problemRow({ kata, criterion, verdict, example, location, students }, acrossKatas) {
  const names = some => el('ul', { class: 'row' }, some.map(s => el('li', null, studentLink(s, kata.id))));
  const rest = students.slice(mostNames);
  // Drawn when it is opened: a problem may be that of hundreds.
  const open = event => { if (event.target.open && event.target.children.length === 1) event.target.append(names(rest)); };
  return el('tr', null,
    acrossKatas && el('td', { 'data-label': 'Kata' }, el('a', { href: address('kata', kata.id) }, titleOf(kata))),
    el('th', { scope: 'row', class: 'text' }, criterion || 'Before anything ran'),
    el('td', { class: 'whole', 'data-label': 'Verdict' }, badge(verdict)),
    el('td', { class: 'text example', 'data-label': 'For example' }, location ? [el('code', null, example), el('span', { class: 'note' }, ` ${location.file}:${location.line}`)] : example),
    el('td', { class: 'many', 'data-label': 'Students' }, students.length),
    el('td', { class: 'text', 'data-label': 'Who' }, names(students.slice(0, mostNames)),
      rest.length > 0 && el('details', { ontoggle: open }, el('summary', null, `and ${rest.length} more`))));
}

// Whose katas pass no criterion, or have not gained a point over several attempts.
function stuckStudents() {
  return submissions.map(submission => {
    const handed = (submission.katas ?? []).filter(k => !k.missing);
    const none = handed.filter(k => k.criteria?.length > 0 && k.criteria.every(c => c.verdict !== 'Accepted' && !isOpen(c.verdict)));
    const still = handed.filter(({ attempts, maxScore }) => attempts?.scores.length > 1
      && Math.max(...attempts.scores.slice(1)) <= attempts.scores[0] && attempts.scores.at(-1) < maxScore);
    return { submission, none, still, nothing: handed.length === 0 && submission.katas?.length > 0 };
  }).filter(s => s.nothing || s.none.length > 0 || s.still.length > 0)
    .sort((a, b) => b.nothing - a.nothing || b.none.length + b.still.length - a.none.length - a.still.length || share(a.submission) - share(b.submission));
}

function stuckTable() {
  const stuck = stuckStudents();
  if (stuck.length === 0) return el('p', null, 'Nobody: every kata that was handed in passes a criterion, and nobody made several attempts without a gain.');
  const links = (submission, found, add) => found.length === 0 ? '–'
    : el('ul', { class: 'row' }, found.map(kata => el('li', null, el('a', { href: address('student', submission.id, kata.id) }, titleOf(kata)), add?.(kata))));
  const { body, more } = firstRows(stuck, ({ submission, none, still, nothing }) => el('tr', null,
    el('th', { scope: 'row' }, studentLink(submission)),
    el('td', { class: 'whole' }, `${number(submission.score)} of ${number(submission.maxScore)}`),
    el('td', { class: 'text' }, nothing ? 'handed in nothing' : links(submission, none)),
    el('td', { class: 'text' }, links(submission, still, kata => ` ${kata.attempts.scores.map(s => number(s)).join(' → ')}`))), mostStuck, 'students');
  return [
    el('p', { class: 'note' }, 'A kata was handed in and passes no criterion, or several attempts brought no point.'),
    scroller('Who is stuck', el('table', null,
      el('caption', { class: 'sr' }, 'Students who are stuck, the most stuck first'),
      el('thead', null, el('tr', null, ['Student', 'Points', 'No criterion passes in', 'No gain over attempts in'].map(t => el('th', { scope: 'col' }, t)))),
      body)),
    more,
  ];
}
