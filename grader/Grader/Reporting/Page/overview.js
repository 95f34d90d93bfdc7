// One kata of the whole class.

function kataOverview(id) {
  const results = resultsOf(id);
  if (results.length === 0) return missing('kata', id);
  const groups = Map.groupBy(results, r => r.kata.verdict);
  return [
    el('h1', null, titleOf(results[0].kata)),
    el('p', { class: 'lead' }, `${plural(results.length, 'submission')}, ${results.filter(r => r.kata.verdict === 'Accepted').length} accepted.`),
    section('Criteria', scroller('Criteria',
      el('table', { class: 'cards' },
        el('caption', { class: 'sr' }, 'How many met each criterion'),
        el('thead', null, el('tr', null, ['Criterion', 'Points', 'Met by', 'Share', 'Commonest problem'].map(t => el('th', { scope: 'col' }, t)))),
        el('tbody', null, criteriaOf(id).map(c => {
          const problem = commonest(c.verdicts);
          return el('tr', null, el('th', { scope: 'row' }, c.title), el('td', { 'data-label': 'Points' }, number(c.maxScore)),
            el('td', { 'data-label': 'Met by' }, `${c.passed} of ${c.judged}`), el('td', { 'data-label': 'Share' }, c.judged > 0 ? meter(c.passed / c.judged) : '–'),
            el('td', { class: 'whole', 'data-label': 'Commonest problem' }, problem ? [badge(problem[0]), ` ${problem[1]}×`] : '–'));
        }))))),
    section('Commonest problems', problemsTable(commonestProblems(results))),
    section('Students by verdict', Object.keys(verdicts).filter(v => groups.has(v)).map(v => [
      el('h3', null, badge(v), ` ${groups.get(v).length}`),
      el('ul', { class: 'names' }, groups.get(v).map(({ submission, kata }) =>
        el('li', null, studentLink(submission, id), ` ${number(kata.score)}`)))])),
  ];
}
