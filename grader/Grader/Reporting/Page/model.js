// What the pages show, derived from report.json.

// The report travels compressed, as Base64, one part a line: the overview of everybody, then the details of one kata of a
// group of neighbouring students each. What nobody looks at is never unpacked.
const packed = document.getElementById('data').textContent.trim().split('\n');

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
}

const report = await unpacked(packed[0]).catch(error => {
  append(document.getElementById('main'), [el('p', null,
    `This browser cannot unpack the report (${error.message}). Take a current one, or open scores.csv and report.json beside this file.`)]);
  throw error;
});
const submissions = report.submissions ?? [];

const details = new Map();

// All that the report has about one kata of one student.
async function detailsOf(submission, kata) {
  if (!details.has(kata.part)) details.set(kata.part, unpacked(packed[kata.part]));
  return (await details.get(kata.part))[submissions.indexOf(submission) % report.group];
}

// By their names in the report, in the order in which they are listed.
const verdicts = Object.fromEntries((report.verdicts ?? []).map(v => [v.id, [v.tone, v.title, v.sign]]));

function badge(verdict) {
  const [tone, words, sign] = verdicts[verdict] ?? ['open', String(verdict), '?'];
  return el('span', { class: 'badge ' + tone }, el('span', { 'aria-hidden': 'true' }, sign + ' '), words);
}

// One collator for all comparisons: making one costs more than using it.
const names = new Intl.Collator('en', { numeric: true });

// Katas in the order in which the report first meets them: every submission lists them in grading.json's order.
const katas = (() => {
  const found = new Map();
  for (const submission of submissions)
    for (const kata of submission.katas ?? [])
      if (!found.has(kata.id)) found.set(kata.id, { id: kata.id, title: kata.title || kata.id, maxScore: kata.maxScore });
  return [...found.values()];
})();

function kataOf(submission, id) {
  return (submission.katas ?? []).find(kata => kata.id === id);
}

function handedIn(submission, id) {
  const kata = kataOf(submission, id);
  return kata?.missing ? undefined : kata;
}

function titleOf(kata) {
  return kata.title || kata.id;
}

function resultsOf(id) {
  return submissions.map(s => ({ submission: s, kata: kataOf(s, id) })).filter(r => r.kata && !r.kata.missing);
}

function studentLink(submission, ...more) {
  return el('a', { href: address('student', submission.id, ...more) }, el('bdi', null, submission.id));
}

function byName(a, b) {
  return names.compare(a, b);
}

function share(scored) {
  return scored.maxScore > 0 ? scored.score / scored.maxScore : 0;
}

function median(values) {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// What could not be decided is neither a success nor a fault.
function isOpen(verdict) {
  return verdicts[verdict]?.[0] === 'open';
}

// For every criterion of a kata: how many of the submissions that were decided met it.
function criteriaOf(id) {
  const found = new Map();
  for (const { kata } of resultsOf(id)) {
    for (const criterion of kata.criteria ?? []) {
      const entry = found.get(criterion.id)
        ?? { id: criterion.id, title: criterion.title || criterion.id, maxScore: criterion.maxScore, passed: 0, judged: 0, verdicts: new Map() };
      if (!isOpen(criterion.verdict)) entry.judged++;
      if (criterion.verdict === 'Accepted') entry.passed++;
      else if (!isOpen(criterion.verdict)) entry.verdicts.set(criterion.verdict, (entry.verdicts.get(criterion.verdict) ?? 0) + 1);
      found.set(criterion.id, entry);
    }
  }
  return [...found.values()];
}

function commonest(counts) {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
}

// Folder names are the students' own: quoted for a POSIX shell.
function quoted(word) {
  const text = String(word);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'";
}

// The report beside this page, by its whole path where the page lies on this machine: then the command works from any folder.
const onThisMachine = window.location.protocol === 'file:';

function reportPath() {
  if (!onThisMachine) return 'report.json';
  const folder = decodeURIComponent(window.location.pathname).replace(/[^/]*$/, '');
  // A drive of Windows has a slash before it in an address, and none in a path.
  return folder.replace(/^\/(?=[A-Za-z]:\/)/, '') + 'report.json';
}

function replayCommand(submission, kata, schedule) {
  // With = a name that begins with a hyphen is no option. The inputs of a hidden suite are drawn from the run's seed.
  return `grader replay ${quoted(reportPath())} ${quoted('--student=' + submission.id)} --kata ${quoted(kata.id)} --schedule ${quoted(schedule)} --seed ${report.grader.seed}`;
}
