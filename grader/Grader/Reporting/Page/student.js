// One student: points, how they came about, and what is to be mended.

async function studentPage(id) {
  const submission = submissions.find(s => s.id === id);
  if (!submission) return missing('student', id);
  const katas = submission.katas ?? [];
  const whole = await Promise.all(katas.map(async kata => ({ ...kata, ...await detailsOf(submission, kata) })));
  return [
    crumbs(),
    el('h1', null, el('bdi', null, submission.id)),
    el('p', { class: 'lead' }, `${number(submission.score)} of ${number(submission.maxScore)} points`),
    submission.notes?.length > 0 && el('ul', { class: 'notes' }, submission.notes.map(n => el('li', null, n))),
    neighbours(submission),
    sinceOf(submission),
    comments(submission.comments),
    section('Katas', katasTable(submission)),
    katas.some(kata => kata.attempts) && section('Attempts', trendChart(submission)),
    whole.filter(kata => kata.comments?.length > 0 || (kata.verdict !== 'Accepted' && !kata.missing)).map(kata => el('section', { class: 'kata' },
      el('h2', null, el('a', { href: address('student', submission.id, kata.id) }, titleOf(kata))),
      kataResult(submission, kata, 3))),
  ];
}

function katasTable(submission) {
  const katas = submission.katas ?? [];
  const tried = katas.some(kata => kata.attempts);
  const changed = katas.some(kata => changes(kata).length > 0);
  return scroller('Katas of ' + submission.id,
    el('table', null,
      el('caption', { class: 'sr' }, 'Points of every kata'),
      el('thead', null, el('tr', null, ['Kata', 'Verdict', 'Points', tried && 'Attempts', changed && 'Changed after grading'].filter(Boolean).map(t => el('th', { scope: 'col' }, t)))),
      el('tbody', null, katas.map(kata => el('tr', null,
        el('th', { scope: 'row' }, el('a', { href: address('student', submission.id, kata.id) }, titleOf(kata))),
        el('td', { class: 'whole' }, kata.missing ? 'not handed in' : badge(kata.verdict)),
        el('td', { class: 'whole' }, `${number(kata.score)} of ${number(kata.maxScore)}`),
        tried && el('td', { class: 'whole' }, kata.attempts ? kata.attempts.scores.map(s => number(s)).join(' → ') : '–'),
        changed && el('td', { class: 'text' }, changes(kata).map(text => el('p', { class: 'changed' }, text)) ))))));
}

// Attempts end at the present one, so a kata with fewer of them began later.
function attemptTotals(submission) {
  const katas = submission.katas ?? [];
  const most = Math.max(1, ...katas.map(kata => kata.attempts?.scores.length ?? 1));
  return Array.from({ length: most }, (_, i) => katas.reduce((sum, { attempts, score }) => {
    const scores = attempts?.scores ?? [score];
    return sum + (scores[i - (most - scores.length)] ?? 0);
  }, 0));
}

function trendChart(submission) {
  const totals = attemptTotals(submission);
  const [width, height, left, right, top, bottom] = [440, 220, 40, 24, 20, 40];
  const most = submission.maxScore || 1;
  const x = i => left + (i / (totals.length - 1 || 1)) * (width - left - right);
  const y = points => height - bottom - (points / most) * (height - top - bottom);
  return el('figure', { class: 'chart narrow' },
    el('figcaption', null, 'Points of all katas, attempt by attempt, before anything else changed them'),
    svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Points by attempt: ' + totals.map(t => number(t)).join(', ') },
      [0, 0.5, 1].map(part => [
        svg('line', { class: 'grid', x1: left, x2: width - right, y1: y(part * most), y2: y(part * most) }),
        svg('text', { class: 'tick', x: left - 8, y: y(part * most) + 4, 'text-anchor': 'end' }, number(part * most, 1))]),
      svg('polyline', { class: 'trend', points: totals.map((t, i) => `${x(i).toFixed(1)},${y(t).toFixed(1)}`).join(' ') }),
      totals.map((t, i) => svg('g', { class: 'measured' },
        svg('circle', { cx: x(i), cy: y(t), r: 3.5 }),
        svg('text', { x: x(i), y: y(t) - 8, 'text-anchor': 'middle' }, number(t)),
        svg('text', { class: 'tick', x: x(i), y: height - 22, 'text-anchor': 'middle' }, i + 1))),
      svg('text', { class: 'tick', x: (left + width - right) / 2, y: height - 4, 'text-anchor': 'middle' }, 'attempt')));
}
