// The table of everybody's points: it sorts, it filters, and a large class is drawn while the page can be read already.

const view = { filter: '', column: 'id', descending: false };
const atOnce = 60; // rows: more than a screen has

// With many katas a verdict is its sign alone; its words are there to be read out and pointed at.
const compact = katas.length > 8;

function pointsTable() {
  const body = el('tbody');
  const shown = el('span', { class: 'note' });
  const head = el('tr');
  const rows = new Map();
  let waiting = [];
  const columns = [
    { id: 'id', title: 'Student', value: s => s.id },
    { id: 'score', title: 'Points', value: s => s.score },
    ...katas.map(kata => ({ id: 'kata:' + kata.id, title: kata.title, narrow: compact, value: s => handedIn(s, kata.id)?.score ?? -1 })),
  ];

  function fill(say) {
    const wanted = view.filter.trim().toLowerCase();
    const value = (columns.find(c => c.id === view.column) ?? columns[0]).value;
    const found = submissions.filter(s => !wanted || matches(s, wanted)).sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = typeof x === 'string' ? byName(x, y) : x - y;
      return (view.descending ? -order : order) || byName(a.id, b.id);
    });
    body.replaceChildren();
    waiting = found;
    pour(atOnce);
    head.replaceChildren(...columns.map(heading));
    shown.textContent = wanted ? `${found.length} of ${submissions.length} shown` : '';
    if (say) announce(say === 'filter' ? `${found.length} of ${submissions.length} students shown` : say);
  }

  function pour(most) {
    body.append(...waiting.slice(0, most).map(s => rows.get(s) ?? rows.set(s, pointsRow(s)).get(s)));
    waiting = waiting.slice(most);
    const now = waiting;
    if (waiting.length > 0) setTimeout(() => { if (waiting === now && body.isConnected) pour(atOnce); });
  }

  function heading(column) {
    const sorted = view.column === column.id;
    const turn = () => {
      // Points are looked at from the best down, names from A to Z.
      view.descending = sorted ? !view.descending : column.id !== 'id';
      view.column = column.id;
      fill(`Sorted by ${column.title}, ${view.descending ? 'descending' : 'ascending'}`);
      head.querySelector('[aria-sort] button').focus();
    };
    return el('th', { scope: 'col', class: column.id === 'id' ? 'name' : column.narrow ? 'narrow' : null, 'aria-sort': sorted ? (view.descending ? 'descending' : 'ascending') : null },
      el('button', { type: 'button', onclick: turn }, column.title,
        el('span', { class: 'arrow', 'aria-hidden': 'true' }, sorted ? (view.descending ? ' ↓' : ' ↑') : '')));
  }

  const filter = el('input', {
    id: 'filter', type: 'search', autocomplete: 'off', value: view.filter, placeholder: 'a name or a verdict',
    oninput: event => { view.filter = event.target.value; fill('filter'); },
  });
  fill();
  // Paper takes all of it.
  const complete = () => (body.isConnected ? pour(Infinity) : window.removeEventListener('beforeprint', complete));
  window.addEventListener('beforeprint', complete);
  return [
    el('p', { class: 'controls' }, el('label', { for: 'filter' }, 'Show only '), filter, ' ', shown),
    scroller('Points of every student',
      sized(el('table', { class: ['points', compact && 'compact', submissions.length > atOnce && 'long'].filter(Boolean).join(' ') },
        el('caption', { class: 'sr' }, 'Points and verdict of every student for every kata. The headings sort.'),
        el('thead', null, head), body))),
  ];
}

// With its columns' widths fixed a large table is laid out in a fraction of the time.
function sized(table) {
  if (compact) table.style.width = `${18 + 6 * katas.length}rem`;
  return table;
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
      const changed = changes(kata).join('\n');
      const href = address('student', submission.id, id);
      if (compact) return shortCell(kata, href, changed);
      return el('td', null, el('a', { class: 'cell', href },
        el('span', { class: 'figure' }, number(kata.score)), badge(kata.verdict),
        changed && el('span', { class: 'mark', title: changed }, '*', el('span', { class: 'sr' }, ' changed after grading'))));
    }));
}

// Of these there may be tens of thousands: three nodes each.
function shortCell(kata, href, changed) {
  const [tone, words, sign] = verdicts[kata.verdict] ?? ['open', String(kata.verdict), '?'];
  const score = number(kata.score);
  return el('td', null, el('a', {
    class: 'cell ' + tone, href, title: changed ? `${words}\n${changed}` : words,
    'aria-label': `${score}, ${words}${changed && ', changed after grading'}`,
  }, `${score} ${sign}${changed && '*'}`));
}
