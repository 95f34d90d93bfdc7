// The class page: everybody at a glance.

function classPage() {
  if (submissions.length === 0) return [el('h1', null, 'Class'), el('p', null, 'The report has no submission.')];
  const totals = submissions.map(s => s.score);
  const most = Math.max(...submissions.map(s => s.maxScore));
  const unsure = submissions.flatMap(s => s.katas ?? []).filter(k => isOpen(k.verdict)).length;
  return [
    el('h1', null, 'Class'),
    el('p', { class: 'lead' },
      `${plural(submissions.length, 'student')}, ${plural(katas.length, 'kata')}. Median ${number(median(totals))} of ${number(most)} points.`,
      unsure > 0 && ` ${plural(unsure, 'result')} could not be decided here; that is the grader's or the machine's fault, and costs nobody points.`),
    sinceTable(),
    section('Points', pointsTable()),
    section('Distribution', histogram()),
    section('Difficulty', difficultyTable()),
    section('Commonest problems', problemsTable(commonestProblems(submissions.flatMap(s => (s.katas ?? []).map(kata => ({ submission: s, kata }))), true), true)),
    section('Who is stuck', stuckTable()),
    changedTable(),
  ];
}

function section(title, ...content) {
  return el('section', null, el('h2', null, title), ...content);
}

function difficultyTable() {
  return scroller('Difficulty of every kata',
    el('table', { class: 'cards' },
      el('caption', { class: 'sr' }, 'How every kata went'),
      el('thead', null, el('tr', null,
        ['Kata', 'Handed in', 'Full points', 'Mean share of the points', 'Hardest criterion', 'Commonest problem'].map(t => el('th', { scope: 'col' }, t)))),
      el('tbody', null, katas.map(difficultyRow))));
}

function difficultyRow(kata) {
  const results = resultsOf(kata.id).map(r => r.kata);
  const mean = results.reduce((sum, k) => sum + share(k), 0) / Math.max(1, results.length);
  const full = results.filter(k => k.score >= k.maxScore).length;
  const hardest = criteriaOf(kata.id).filter(c => c.passed < c.judged).sort((a, b) => a.passed / a.judged - b.passed / b.judged)[0];
  const problems = new Map();
  for (const k of results) if (k.verdict !== 'Accepted' && !isOpen(k.verdict)) problems.set(k.verdict, (problems.get(k.verdict) ?? 0) + 1);
  const problem = commonest(problems);
  return el('tr', null,
    el('th', { scope: 'row' }, el('a', { href: address('kata', kata.id) }, kata.title)),
    el('td', { 'data-label': 'Handed in' }, results.length),
    el('td', { class: 'whole', 'data-label': 'Full points' }, `${full} (${percent(full, results.length)})`),
    el('td', { 'data-label': 'Mean share of the points' }, meter(mean)),
    el('td', { class: 'text', 'data-label': 'Hardest criterion' }, hardest ? `${hardest.title} (${hardest.passed} of ${hardest.judged})` : '–'),
    el('td', { class: 'whole', 'data-label': 'Commonest problem' }, problem ? [badge(problem[0]), ` ${problem[1]}×`] : '–'));
}

function meter(part) {
  return el('span', { class: 'meter' },
    svg('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'track', width: 100, height: 8 }), svg('rect', { class: 'bar', width: Math.round(100 * part), height: 8 })),
    el('span', { class: 'figure' }, Math.round(100 * part) + ' %'));
}

// Nothing but these changed a score after grading.
function changedTable() {
  const rows = submissions.flatMap(s => (s.katas ?? []).flatMap(kata => changes(kata).map(text => [s, kata, text])));
  if (rows.length === 0) return undefined;
  const { body, more } = firstRows(rows, ([s, kata, text]) => el('tr', null,
    el('th', { scope: 'row' }, studentLink(s)),
    el('td', null, el('a', { href: address('student', s.id, kata.id) }, titleOf(kata))),
    el('td', { class: 'whole' }, `${number(kata.score)} of ${number(kata.maxScore)}`),
    el('td', { class: 'text' }, text)), 30, 'changes');
  return section('Changed after grading', scroller('Changed after grading',
    el('table', null,
      el('caption', { class: 'sr' }, 'Points that were changed after grading, and why'),
      el('thead', null, el('tr', null, ['Student', 'Kata', 'Points', 'What and why'].map(t => el('th', { scope: 'col' }, t)))),
      body)), more);
}
