// The class page: everybody at a glance.

const view = { filter: '', column: 'id', descending: false };

function classPage() {
  if (submissions.length === 0) return [el('h1', null, 'Class'), el('p', null, 'The report has no submission.')];
  const totals = submissions.map(s => s.score);
  const most = Math.max(...submissions.map(s => s.maxScore));
  const unsure = submissions.flatMap(s => s.katas ?? []).filter(k => isOpen(k.verdict)).length;
  return [
    el('h1', null, 'Class'),
    el('p', { class: 'lead' },
      `${plural(submissions.length, 'student')}, ${plural(katas.length, 'kata')}. Half of the students have ${number(median(totals))} or more of ${number(most)} points.`,
      unsure > 0 && ` ${plural(unsure, 'result')} could not be decided here; that is the grader's or the machine's fault, and costs nobody points.`),
    section('Points', pointsTable()),
    section('Distribution', histogram()),
    section('Difficulty', difficultyTable()),
  ];
}

function section(title, ...content) {
  return el('section', null, el('h2', null, title), ...content);
}

function pointsTable() {
  const body = el('tbody');
  const shown = el('span', { class: 'note' });
  const head = el('tr');
  const columns = [
    { id: 'id', title: 'Student', value: s => s.id },
    { id: 'score', title: 'Points', value: s => s.score },
    ...katas.map(kata => ({ id: 'kata:' + kata.id, title: kata.title, value: s => handedIn(s, kata.id)?.score ?? -1 })),
  ];

  function fill(say) {
    const wanted = view.filter.trim().toLowerCase();
    const value = (columns.find(c => c.id === view.column) ?? columns[0]).value;
    const rows = submissions.filter(s => !wanted || matches(s, wanted)).sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = typeof x === 'string' ? x.localeCompare(y, 'en', { numeric: true }) : x - y;
      return (view.descending ? -order : order) || a.id.localeCompare(b.id, 'en', { numeric: true });
    });
    body.replaceChildren(...rows.map(pointsRow));
    head.replaceChildren(...columns.map(heading));
    shown.textContent = wanted ? `${rows.length} of ${submissions.length} shown` : '';
    if (say) announce(say === 'filter' ? `${rows.length} of ${submissions.length} students shown` : say);
  }

  function heading(column) {
    const active = view.column === column.id;
    const turn = () => {
      // Points are looked at from the best down, names from A to Z.
      view.descending = active ? !view.descending : column.id !== 'id';
      view.column = column.id;
      fill(`Sorted by ${column.title}, ${view.descending ? 'descending' : 'ascending'}`);
      head.querySelector('[aria-sort] button').focus();
    };
    return el('th', { scope: 'col', class: column.id === 'id' ? 'name' : null, 'aria-sort': active ? (view.descending ? 'descending' : 'ascending') : null },
      el('button', { type: 'button', onclick: turn }, column.title,
        el('span', { class: 'arrow', 'aria-hidden': 'true' }, active ? (view.descending ? ' ↓' : ' ↑') : '')));
  }

  const filter = el('input', {
    id: 'filter', type: 'search', autocomplete: 'off', value: view.filter, placeholder: 'a name or a verdict',
    oninput: event => { view.filter = event.target.value; fill('filter'); },
  });
  fill();
  return [
    el('p', { class: 'controls' }, el('label', { for: 'filter' }, 'Show only '), filter, ' ', shown),
    scroller('Points of every student',
      el('table', { class: 'points' },
        el('caption', { class: 'sr' }, 'Points and verdict of every student for every kata. The headings sort.'),
        el('thead', null, head), body)),
  ];
}

function matches(submission, wanted) {
  return submission.id.toLowerCase().includes(wanted)
    || (submission.katas ?? []).some(k => !k.missing && (verdicts[k.verdict]?.[1] ?? '').toLowerCase().includes(wanted));
}

function pointsRow(submission) {
  return el('tr', null,
    el('th', { scope: 'row', class: 'name' }, el('a', { href: address('student', submission.id) }, el('bdi', null, submission.id)),
      submission.notes?.length > 0 && el('span', { class: 'mark', title: submission.notes.join('\n') }, ' •', el('span', { class: 'sr' }, ' has notes'))),
    el('td', { class: 'total' }, number(submission.score), el('span', { class: 'of' }, ' / ' + number(submission.maxScore))),
    katas.map(({ id }) => {
      const kata = handedIn(submission, id);
      if (!kata) return el('td', { class: 'none' }, '–', el('span', { class: 'sr' }, ' not handed in'));
      return el('td', null, el('a', { class: 'cell', href: address('student', submission.id, id) },
        el('span', { class: 'figure' }, number(kata.score)), badge(kata.verdict)));
    }));
}

function difficultyTable() {
  return scroller('Difficulty of every kata',
    el('table', null,
      el('caption', { class: 'sr' }, 'How every kata went'),
      el('thead', null, el('tr', null,
        ['Kata', 'Handed in', 'Full points', 'Mean share of the points', 'Hardest criterion', 'Commonest fault'].map(t => el('th', { scope: 'col' }, t)))),
      el('tbody', null, katas.map(difficultyRow))));
}

function difficultyRow(kata) {
  const results = resultsOf(kata.id).map(r => r.kata);
  const mean = results.reduce((sum, k) => sum + share(k), 0) / Math.max(1, results.length);
  const full = results.filter(k => k.score >= k.maxScore).length;
  const hardest = criteriaOf(kata.id).filter(c => c.passed < c.judged).sort((a, b) => a.passed / a.judged - b.passed / b.judged)[0];
  const faults = new Map();
  for (const k of results) if (k.verdict !== 'Accepted' && !isOpen(k.verdict)) faults.set(k.verdict, (faults.get(k.verdict) ?? 0) + 1);
  const fault = commonest(faults);
  return el('tr', null,
    el('th', { scope: 'row' }, el('a', { href: address('kata', kata.id) }, kata.title)),
    el('td', null, results.length),
    el('td', { class: 'whole' }, `${full} (${percent(full, results.length)})`),
    el('td', null, meter(mean)),
    el('td', null, hardest ? `${hardest.title} (${hardest.passed} of ${hardest.judged})` : '–'),
    el('td', { class: 'whole' }, fault ? [badge(fault[0]), ` ${fault[1]}×`] : '–'));
}

function meter(part) {
  return el('span', { class: 'meter' },
    svg('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'track', width: 100, height: 8 }), svg('rect', { class: 'bar', width: Math.round(100 * part), height: 8 })),
    el('span', { class: 'figure' }, Math.round(100 * part) + ' %'));
}
