// Building blocks. Nothing here or in the other parts writes markup from text: every string of a
// submission goes through textContent, so it can never become an element.

const svgNamespace = 'http://www.w3.org/2000/svg';

// Control and direction-changing characters are shown as what they are: a name or a message must
// not be able to reorder or hide the text beside it.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function visible(text) {
  return String(text ?? '')
    .replace(/\r\n/g, '\n')
    .replace(unseen, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
}

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : document.createTextNode(visible(child)));
  }
  return parent;
}

function attributes(element, values) {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : visible(value));
  }
  return element;
}

function el(tag, values, ...children) {
  return append(attributes(document.createElement(tag), values), children);
}

function svg(tag, values, ...children) {
  return append(attributes(document.createElementNS(svgNamespace, tag), values), children);
}

// A page's address. The parts come from folder names, so they are encoded.
function address(...parts) {
  return '#/' + parts.map(encodeURIComponent).join('/');
}

function number(value, digits = 2) {
  return Number(value ?? 0).toFixed(digits).replace(/\.?0+$/, '');
}

function percent(part, whole) {
  return whole > 0 ? Math.round((100 * part) / whole) + ' %' : '–';
}

function plural(count, one, many = one + 's') {
  return count + ' ' + (count === 1 ? one : many);
}

// 1234567 as "1 234 567", with spaces that do not break.
function count(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

// A region that scrolls sideways must be reachable by keyboard and have a name.
function scroller(label, ...children) {
  return el('div', { class: 'scroll', role: 'group', 'aria-label': label, tabindex: '0' }, ...children);
}

// The rows of a table that may be long: the first ones, and a button for the rest.
function firstRows(items, draw, most, what) {
  const body = el('tbody', null, items.slice(0, most).map(draw));
  const more = items.length > most && el('p', { class: 'controls' }, el('button', {
    type: 'button', onclick: event => {
      append(body, items.slice(most).map(draw));
      event.target.parentNode.remove();
      announce(`${items.length} ${what} shown`);
    },
  }, `Show all ${items.length}`));
  return { body, more };
}
