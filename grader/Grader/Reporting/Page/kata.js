// One kata of one student.

function place(found) {
  return found && el('p', { class: 'place' }, el('code', null, found.line > 0 ? `${found.file}:${found.line}` : found.file));
}

// What one kata of one student came to. `step` opens the player of one criterion at one step; on a student's page, where
// there is none, the players are left out. `level` is that of the headings.
function kataResult(submission, kata, level, step) {
  if (kata.missing) return [el('p', { class: 'lead' }, `Not handed in. ${number(kata.score)} of ${number(kata.maxScore)} points`),
    changes(kata).map(text => el('p', { class: 'changed' }, text)), comments(kata.comments), findings(kata.findings ?? [], level)];

  // What was found before anything ran is every criterion's message: it is said once.
  const failed = kata.findings?.length > 0 ? []
    : (kata.criteria ?? []).filter(c => c.verdict !== 'Accepted' && (c.message || c.interleaving || c.hint));
  return [
    el('p', { class: 'lead' }, badge(kata.verdict), ` ${number(kata.score)} of ${number(kata.maxScore)} points`),
    changes(kata).map(text => el('p', { class: 'changed' }, text)),
    comments(kata.comments),
    kata.findings?.length > 0 && findings(kata.findings, level),
    criteriaTable(kata),
    failedCriteria(submission, kata, failed, level, step),
    step && codeSection(kata, level),
    step && kata.samples?.length > 0 && el('section', { class: 'profile' }, el('h' + level, null, 'Profile of the timed run'), flameGraph(kata.samples, sampled)),
    step && kata.measurements && measurements(kata.measurements, level),
  ];
}

// What the staff wrote.
function comments(written) {
  return (written ?? []).map(({ text, location }) => el('div', { class: 'remark' },
    el('p', { class: 'note' }, 'Comment', location && [' on ', el('code', null, `${location.file}:${location.line}`)]),
    el('p', { class: 'message' }, text)));
}

// The same page of the student before and after, in the report's order.
function neighbours(submission, ...rest) {
  if (report.personal || submissions.length < 2) return false;
  const at = submissions.indexOf(submission);
  const link = (other, words) => other && el('a', { href: address('student', other.id, ...rest), rel: words.toLowerCase() }, `${words}: `, el('bdi', null, other.id));
  return el('nav', { class: 'neighbours', 'aria-label': 'Neighbouring students' }, link(submissions[at - 1], 'Previous'), link(submissions[at + 1], 'Next'));
}

// "2026-12-01T23:59:00+01:00" as people write it.
function moment(text) {
  return String(text).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, '$1 $2 ');
}

// What changed the points after grading.
function changes({ late, attempts, override }) {
  return [
    late && `Late by ${plural(late.days, 'day')} (due ${moment(late.due)}, came ${moment(late.submitted)}): ${number(late.percent)} % off ${number(late.was)} points.`,
    attempts && attempts.counted < attempts.scores.length
      && `Attempt ${attempts.counted} of ${attempts.scores.length} counts (${attempts.scores.map(s => number(s)).join(', ')}): ${number(attempts.scores[attempts.counted - 1])} points${attempts.verdicts ? ' and ' + verdicts[attempts.verdicts[attempts.counted - 1]]?.[1] : ''} instead of ${number(attempts.was)}.${attempts.verdicts ? ' Shown below is the last attempt.' : ''}`,
    override && `Set to ${number(override.points)} points instead of ${number(override.was)}: ${override.reason}`,
  ].filter(Boolean);
}

function findings(found, level) {
  return el('div', { class: 'findings' },
    el('h' + level, null, 'What to fix first'),
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

// One below the other; on the page of the kata, where each has its player, one at a time: all of them are about the same code.
function failedCriteria(submission, kata, failed, level, step) {
  const articles = failed.map(criterion => failedCriterion(submission, kata, criterion, level, step));
  if (!step || failed.length < 2) return articles;
  const panels = failed.map((criterion, i) => ({
    title: [criterion.title || criterion.id, ' ', badge(criterion.verdict)], element: articles[i],
    seen: () => {
      const played = step.players.find(made => articles[i].contains(made.element));
      played?.show();
      history.replaceState(null, '', played?.address() ?? address('student', submission.id, kata.id, criterion.id, 1));
    },
  }));
  return tabs('Failed criteria', panels, Math.max(0, failed.findIndex(criterion => criterion.id === step.criterion)));
}

function failedCriterion(submission, kata, criterion, level, step) {
  return el('article', { class: 'criterion' },
    el('h' + level, null, criterion.title || criterion.id, ' ', badge(criterion.verdict)),
    criterion.message && el('p', { class: 'message' }, criterion.message),
    place(criterion.location),
    criterion.hint && el('p', { class: 'hint' }, el('strong', null, 'Hint. '), criterion.hint),
    step && criterion.timeline && coresChart(criterion),
    interleaving(submission, kata, criterion, step),
    !step && criterion.story && el('p', null, el('a', { href: address('student', submission.id, kata.id, criterion.id, 1) }, 'Step through it', el('span', { class: 'sr' }, `: ${criterion.title || criterion.id}`))),
    step && criterion.schedule && [
      el('p', { class: 'note' }, 'Schedule ', el('code', { class: 'schedule' }, criterion.schedule)),
      // Who has one page only has neither the report nor the hidden tests.
      !report.personal && [
        el('p', { class: 'note' }, onThisMachine ? 'To see it again, from any folder:' : 'To see it again, in the folder of report.json:'),
        command(replayCommand(submission, kata, criterion.schedule))]]);
}

// The player where there are steps to play, and always the table in text, which is also what prints.
function interleaving(submission, kata, criterion, step) {
  const plays = step && criterion.story?.steps?.length > 1;
  const text = criterion.interleaving && el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Interleaving' }, criterion.interleaving);
  // On paper nothing scrolls: the letters are made as small as the lanes are wide.
  if (text) text.style.setProperty('--columns', Math.max(...criterion.interleaving.split('\n').map(line => line.length)));
  const wanted = step?.criterion === criterion.id;
  const made = plays && player(criterion.title || criterion.id, criterion.story, kata.sources ?? [], at => address('student', submission.id, kata.id, criterion.id, at + 1), wanted ? step.at - 1 : 0);
  if (made) step.players.push({ ...made, wanted });
  return [
    made && made.element,
    text && (plays || !step
      ? el('details', { class: 'interleaving text' }, el('summary', null, 'The interleaving as text'), text)
      : el('figure', { class: 'interleaving' }, el('figcaption', null, 'The interleaving that breaks it, from top to bottom, one column for each operation'), text))];
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
    speedupChart(measured),
    measured.flame?.length > 0 && flameGraph(measured.flame, counted));
}
