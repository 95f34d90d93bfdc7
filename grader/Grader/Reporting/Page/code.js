// A student's source text: numbered lines, the faulty ones marked.

const tokens = new RegExp([
  /(\/\/[^\n]*|\/\*[^]*?\*\/)/, // comments
  /("""[^]*?"""|[$@]*"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+')/, // texts
  /\b(abstract|as|async|await|base|bool|break|byte|case|catch|char|class|const|continue|decimal|default|do|double|else|enum|false|finally|for|foreach|get|if|in|init|int|interface|internal|is|lock|long|namespace|new|not|null|object|or|out|override|params|private|protected|public|readonly|record|ref|return|sealed|set|short|static|string|struct|switch|this|throw|true|try|typeof|uint|ulong|using|var|virtual|void|volatile|when|while|with|yield)\b/,
].map(part => part.source).join('|'), 'g');

// The lines of a text, each a list of nodes.
function highlighted(text) {
  const lines = [[]];
  const put = (piece, look) => piece.split('\n').forEach((part, i) => {
    if (i > 0) lines.push([]);
    if (part) lines.at(-1).push(look ? el('span', { class: look }, part) : part);
  });
  let from = 0;
  for (const match of text.matchAll(tokens)) {
    put(text.slice(from, match.index));
    put(match[0], match[1] ? 'comment' : match[2] ? 'literal' : 'keyword');
    from = match.index + match[0].length;
  }
  put(text.slice(from));
  if (lines.at(-1).length === 0) lines.pop();
  return lines;
}

// `marks` tells for a line's number why it is marked.
function listing(source, marks = new Map()) {
  const lines = highlighted(String(source.text).replaceAll('\r\n', '\n')).map((content, i) => {
    const why = marks.get(i + 1);
    return el('span', { class: why ? 'line marked' : 'line' }, content, why && el('span', { class: 'why' }, why), '\n');
  });
  const body = el('pre', { class: 'code', tabindex: '0', role: 'group', 'aria-label': source.file }, el('code', null, lines));
  return { file: source.file, lines, body, element: el('figure', { class: 'listing' }, el('figcaption', null, el('bdi', null, source.file)), body) };
}

// Which lines of the code were found faulty, and why.
function marksOf(kata, file) {
  const marks = new Map();
  const found = kata.findings?.length > 0
    ? kata.findings.map(f => [f.location, f.message.split('\n')[0]])
    : (kata.criteria ?? []).filter(c => c.verdict !== 'Accepted').map(c => [c.location, `${verdicts[c.verdict]?.[1] ?? c.verdict}: ${c.title || c.id}`]);
  for (const comment of kata.comments ?? []) found.push([comment.location, 'Comment: ' + comment.text.split('\n')[0]]);
  for (const [location, why] of found)
    if (location?.file === file && location.line > 0) marks.set(location.line, [marks.get(location.line), why].filter(Boolean).join('; '));
  return marks;
}

function codeSection(kata, level) {
  const sources = kata.sources ?? [];
  return sources.length > 0 && el('section', { class: 'sources' }, el('h' + level, null, 'Code'),
    sources.map(source => listing(source, marksOf(kata, source.file)).element));
}
