// One kata of one student, and one kata of the whole class.

function place(found) {
  return found && el('p', { class: 'place' }, el('code', null, found.line > 0 ? `${found.file}:${found.line}` : found.file));
}

// The body of a kata's page, which is also a part of the student's page; `level` is that of its headings.
function kataResult(submission, kata, level) {
  if (kata.missing) return [el('p', { class: 'lead' }, `Not handed in. ${number(kata.score)} of ${number(kata.maxScore)} points`),
    changes(kata).map(text => el('p', { class: 'note' }, text)), findings(kata.findings ?? [], level)];

  // What was found before anything ran is every criterion's message: it is said once.
  const failed = kata.findings?.length > 0 ? []
    : (kata.criteria ?? []).filter(c => c.verdict !== 'Accepted' && (c.message || c.interleaving || c.hint));
  return [
    el('p', { class: 'lead' }, badge(kata.verdict), ` ${number(kata.score)} of ${number(kata.maxScore)} points`),
    changes(kata).map(text => el('p', { class: 'note' }, text)),
    kata.findings?.length > 0 && findings(kata.findings, level),
    criteriaTable(kata),
    failed.map(criterion => failedCriterion(submission, kata, criterion, level)),
    kata.measurements && measurements(kata.measurements, level),
  ];
}

// What changed the points after grading.
function changes({ late, attempts, override }) {
  return [
    late && `Late by ${plural(late.days, 'day')} (due ${late.due}, came ${late.submitted}): ${number(late.percent)} % off ${number(late.was)} points.`,
    attempts && attempts.counted < attempts.scores.length
      && `Attempt ${attempts.counted} of ${attempts.scores.length} counts (${attempts.scores.map(s => number(s)).join(', ')}): ${number(attempts.scores[attempts.counted - 1])} points instead of ${number(attempts.was)}.`,
    override && `Set to ${number(override.points)} points instead of ${number(override.was)}: ${override.reason}`,
  ].filter(Boolean);
}

function findings(found, level) {
  return el('div', { class: 'findings' },
    el('h' + level, null, 'What to mend first'),
    el('ul', null, found.map(f => el('li', null, place(f.location), el('p', { class: 'message' }, f.message)))));
}

function criteriaTable(kata) {
  return scroller('Criteria of ' + titleOf(kata),
    el('table', null,
      el('caption', { class: 'sr' }, 'Criteria of ' + titleOf(kata)),
      el('thead', null, el('tr', null, ['Criterion', 'Verdict', 'Points', 'Schedules'].map(t => el('th', { scope: 'col' }, t)))),
      el('tbody', null, (kata.criteria ?? []).map(c => el('tr', null,
        el('th', { scope: 'row' }, c.title || c.id),
        el('td', null, badge(c.verdict)),
        el('td', null, `${number(c.score)} / ${number(c.maxScore)}`),
        el('td', null, c.schedules > 0 ? c.schedules : '–'))))));
}

function failedCriterion(submission, kata, criterion, level) {
  return el('article', { class: 'criterion' },
    el('h' + level, null, criterion.title || criterion.id, ' ', badge(criterion.verdict)),
    criterion.message && el('p', { class: 'message' }, criterion.message),
    place(criterion.location),
    criterion.hint && el('p', { class: 'hint' }, el('strong', null, 'Hint. '), criterion.hint),
    criterion.interleaving && el('figure', { class: 'interleaving' },
      el('figcaption', null, 'The interleaving that breaks it, from top to bottom, one column for each operation'),
      el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Interleaving' }, criterion.interleaving)),
    criterion.schedule && [
      el('p', { class: 'note' }, 'Schedule ', el('code', { class: 'schedule' }, criterion.schedule)),
      el('p', { class: 'note' }, 'To see it again, in the folder that holds the submission:'),
      command(replayCommand(submission, kata, criterion.schedule))]);
}

function command(text) {
  const copy = navigator.clipboard && el('button', {
    type: 'button', class: 'copy',
    onclick: () => navigator.clipboard.writeText(text).then(() => announce('Copied'), () => announce('Could not copy')),
  }, 'Copy');
  return el('div', { class: 'command' }, el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Command' }, text), copy);
}

function measurements(measured, level) {
  const range = bounds => bounds?.length === 3 && ` (${number(bounds[0])} to ${number(bounds[2])})`;
  const wall = measured.wallSpeedup;
  const rows = [
    measured.parallelism != null && ['Parallelism: work ÷ time on simulated cores', `${number(measured.parallelism)} on ${plural(measured.cores, 'core')}`, 'Exact, and the same on every machine'],
    measured.cpuOverhead != null && ['Processor time ÷ that of the sequential baseline', [number(measured.cpuOverhead), range(measured.cpuOverheadBounds)], 'What parallelism costs'],
    wall?.length === 3 && ['Wall-clock speedup', [number(wall[1]), range(wall)], measured.wallVerdict === 'Inconclusive'
      ? 'This machine was too busy to tell: shown, not judged' : `On ${plural(measured.processors, 'processor')}`],
    measured.calibration > 0 && ['The same for a kernel known to be parallel', number(measured.calibration), 'What this machine could show meanwhile'],
  ].filter(Boolean);
  return el('section', { class: 'measurements' },
    el('h' + level, null, 'Measurements'),
    scroller('Measurements',
      el('table', null,
        el('caption', { class: 'sr' }, 'Measurements'),
        el('thead', null, el('tr', null, ['Figure', 'Value', 'Meaning'].map(t => el('th', { scope: 'col' }, t)))),
        el('tbody', null, rows.map(([name, value, meaning]) => el('tr', null, el('th', { scope: 'row' }, name), el('td', null, value), el('td', null, meaning)))))),
    speedupChart(measured));
}

function kataOverview(id) {
  const results = resultsOf(id);
  if (results.length === 0) return missing('kata', id);
  const groups = Map.groupBy(results, r => r.kata.verdict);
  return [
    el('h1', null, titleOf(results[0].kata)),
    el('p', { class: 'lead' }, `${plural(results.length, 'submission')}, ${results.filter(r => r.kata.verdict === 'Accepted').length} accepted.`),
    section('Criteria', scroller('Criteria',
      el('table', null,
        el('caption', { class: 'sr' }, 'How many met each criterion'),
        el('thead', null, el('tr', null, ['Criterion', 'Points', 'Met by', 'Share', 'Commonest fault'].map(t => el('th', { scope: 'col' }, t)))),
        el('tbody', null, criteriaOf(id).map(c => {
          const fault = commonest(c.verdicts);
          return el('tr', null, el('th', { scope: 'row' }, c.title), el('td', null, number(c.maxScore)), el('td', null, `${c.passed} of ${c.judged}`),
            el('td', null, c.judged > 0 ? meter(c.passed / c.judged) : '–'), el('td', { class: 'whole' }, fault ? [badge(fault[0]), ` ${fault[1]}×`] : '–'));
        }))))),
    section('Students by verdict', Object.keys(verdicts).filter(v => groups.has(v)).map(v => [
      el('h3', null, badge(v), ` ${groups.get(v).length}`),
      el('ul', { class: 'names' }, groups.get(v).map(({ submission, kata }) =>
        el('li', null, el('a', { href: address('student', submission.id, id) }, el('bdi', null, submission.id)), ` ${number(kata.score)}`)))])),
  ];
}
