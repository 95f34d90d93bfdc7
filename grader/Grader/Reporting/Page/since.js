// What changed since the report that was given with --since.

const mostChanged = 12;

const differently = 'The two reports were graded differently (grader, suites, seed or schedules), so a change may be the grader’s.';

// Points before and after, with the verdicts where they are others now.
function changedKata({ id, was, now, verdictWas, verdictNow }) {
  const told = (points, verdict) => (verdict ? [`${number(points)} `, verdictWas !== verdictNow && badge(verdict)] : 'none');
  const kata = katas.find(known => known.id === id);
  return [`${kata ? kata.title : id}: `, told(was, verdictWas), ' → ', told(now, verdictNow)];
}

function fromTo({ was, now }) {
  return `${was === undefined ? 'new' : number(was)} → ${now === undefined ? 'gone' : number(now)}`;
}

// Those who gained most first, those who lost most last, then who is new or gone.
function sinceOrder(a, b) {
  const alone = change => change.was === undefined || change.now === undefined;
  return alone(a) - alone(b) || b.gain - a.gain || byName(a.id, b.id);
}

function sinceTable() {
  const { changes } = report;
  if (!changes) return undefined;
  const counted = (words, is) => [changes.students.filter(is).length, words];
  const counts = [counted('rose', c => c.gain > 0), counted('fell', c => c.gain < 0), counted('new', c => c.was === undefined), counted('gone', c => c.now === undefined),
    [changes.unchanged, 'unchanged']];
  const { body, more } = firstRows(changes.students.toSorted(sinceOrder), change => el('tr', null,
    el('th', { scope: 'row' }, change.now === undefined ? el('bdi', null, change.id) : studentLink(change)),
    el('td', { class: 'whole', 'data-label': 'Points' }, fromTo(change)),
    el('td', { class: 'text', 'data-label': 'Katas' }, change.katas.length === 0 ? '–' : el('ul', { class: 'plain' }, change.katas.map(kata => el('li', null, changedKata(kata)))))), mostChanged, 'changes');
  return section('Since the last report',
    el('p', null, counts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`).join(', ') + '.'),
    !changes.same && el('p', { class: 'note' }, differently),
    changes.students.length > 0 && [scroller('Since the last report', el('table', { class: 'cards' },
      el('caption', { class: 'sr' }, 'Whose points or verdicts changed, those who gained most first'),
      el('thead', null, el('tr', null, ['Student', 'Points', 'Katas'].map(t => el('th', { scope: 'col' }, t)))),
      body)), more]);
}

// The same for one student.
function sinceOf(submission) {
  const { changes } = report;
  if (!changes) return undefined;
  const change = changes.students.find(c => c.id === submission.id);
  return el('div', { class: 'since' },
    el('p', null, 'Since the last report: ', change ? change.was === undefined ? 'new.' : `${fromTo(change)} points.` : 'unchanged.'),
    change?.katas.length > 0 && el('ul', { class: 'plain' }, change.katas.map(kata => el('li', null, changedKata(kata)))),
    change && !changes.same && el('p', { class: 'note' }, differently));
}
