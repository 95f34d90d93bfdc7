// A flame graph, root on top: a frame is as wide as the work that was counted, or the samples that were taken, in and below it.

const frameHeight = 1.75; // rem

const counted = {
  title: 'Flame graph: where the work is. It was counted (loops and calls), not timed. Choose a frame to see it as wide as the whole.',
  share: 'of the work', table: 'Work as a table', name: 'Work', caption: 'Work counted in each function',
};

const sampled = {
  title: 'Flame graph: where the time went. About once a millisecond, the stack of every thread that was running was noted. Choose a frame to see it as wide as the whole.',
  share: 'of the samples', table: 'Samples as a table', name: 'Samples', caption: 'Samples in each function',
};

function flameTree(samples) {
  const root = { name: 'all', work: 0, own: 0, calls: new Map() };
  for (const { stack, work } of samples) {
    let node = root;
    node.work += work;
    for (const name of stack ?? []) {
      if (!node.calls.has(name)) node.calls.set(name, { name, work: 0, own: 0, calls: new Map(), caller: node });
      node = node.calls.get(name);
      node.work += work;
    }
    node.own += work;
  }
  return root;
}

function flameGraph(samples, kind) {
  const root = flameTree(samples);
  if (!(root.work > 0)) return undefined;
  const told = el('p', { class: 'note' });
  const graph = el('div', { class: 'flame', role: 'group', 'aria-label': 'Flame graph' });
  const words = node => `${node.name}: ${percent(node.work, root.work)} ${kind.share} (${count(node.work)}), itself ${percent(node.own, root.work)}`;
  const boxOf = node => [...graph.children].find(box => box.node === node);
  let top = root;

  // Draws a frame as wide as the whole, with its callers above it.
  function draw(node) {
    top = node;
    graph.replaceChildren();
    const callers = [];
    for (let above = top.caller; above; above = above.caller) callers.unshift(above);
    callers.forEach((above, depth) => frame(above, depth, 0, 1));
    graph.style.height = `${tower(top, callers.length, 0, 1) * frameHeight}rem`;
    told.textContent = visible(words(top));
  }

  // Returns how many frames stand over each other.
  function tower(node, depth, left, width) {
    frame(node, depth, left, width);
    let deepest = depth + 1;
    for (const call of node.calls.values()) {
      const wide = call.work / top.work;
      if (wide >= 0.002) deepest = Math.max(deepest, tower(call, depth + 1, left, wide));
      left += wide;
    }
    return deepest;
  }

  function frame(node, depth, left, width) {
    const choose = () => { draw(node === top ? node.caller ?? root : node); boxOf(node)?.focus(); };
    const box = el('button', {
      type: 'button', title: words(node), 'aria-label': words(node), onclick: choose, onkeydown: event => walk(event, node),
      onfocus: () => { told.textContent = visible(words(node)); },
    }, node.name);
    Object.assign(box.style, { top: `${depth * frameHeight}rem`, left: `${100 * left}%`, width: `${100 * width}%` });
    box.node = node;
    graph.append(box);
  }

  // Arrows follow the tree: up to the caller, down to the heaviest call, sideways to the neighbours.
  function walk(event, node) {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const beside = node.caller ? [...node.caller.calls.values()] : [node];
    const to = {
      ArrowUp: node.caller, ArrowDown: [...node.calls.values()].sort((a, b) => b.work - a.work)[0],
      ArrowLeft: beside[beside.indexOf(node) - 1], ArrowRight: beside[beside.indexOf(node) + 1],
    }[event.key];
    if (to) boxOf(to)?.focus();
  }

  draw(root);
  return el('figure', { class: 'flames' },
    el('figcaption', null, kind.title),
    graph, told, flameTable(root, kind));
}

function flameTable(root, kind) {
  const sums = new Map();
  // A function that calls itself counts once in its own total.
  const walk = (node, above) => {
    if (node !== root) {
      const sum = sums.get(node.name) ?? { own: 0, work: 0 };
      sum.own += node.own;
      if (!above.includes(node.name)) sum.work += node.work;
      sums.set(node.name, sum);
    }
    for (const call of node.calls.values()) walk(call, [...above, node.name]);
  };
  walk(root, []);
  const rows = [...sums].sort((a, b) => b[1].own - a[1].own || b[1].work - a[1].work);
  return el('details', { class: 'text' }, el('summary', null, kind.table),
    scroller(kind.name, el('table', null,
      el('caption', { class: 'sr' }, kind.caption),
      el('thead', null, el('tr', null, ['Function', 'Itself', 'With what it calls', 'Share'].map(t => el('th', { scope: 'col' }, t)))),
      el('tbody', null, rows.map(([name, { own, work }]) => el('tr', null,
        el('th', { scope: 'row' }, el('code', null, name)), el('td', null, count(own)), el('td', null, count(work)), el('td', null, percent(work, root.work))))))));
}
