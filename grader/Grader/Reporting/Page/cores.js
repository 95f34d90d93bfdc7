// What ran on which simulated core from when to when. Where nothing did, the core is idle, and that is drawn too.

function useWords(use) {
  return use.several ? `${use.operation} and others` : use.operation;
}

// Each core's uses and the gaps between them, in order of time.
function coreLanes({ cores, makespan }) {
  return cores.map(({ work, uses }, core) => {
    const parts = [];
    let at = 0;
    const idle = to => { if (to > at) parts.push({ idle: true, from: at, to }); };
    for (const use of uses) {
      idle(use.from);
      parts.push(use);
      at = Math.max(at, use.to);
    }
    idle(makespan);
    return { title: `Core ${core + 1}`, uses, parts, work };
  });
}

function coresChart({ timeline, title, id }) {
  const lanes = coreLanes(timeline);
  const end = timeline.makespan;
  const work = lanes.reduce((sum, lane) => sum + lane.work, 0);
  const span = ({ from, to }) => `${count(from)} to ${count(to)}`;
  const workWords = part => (part.busy === undefined ? '' : `, at work ${percent(part.busy, 1)} of it`);
  const put = (element, from, to) => {
    element.style.insetInlineStart = `${(100 * from) / end}%`;
    if (to !== undefined) element.style.width = `${(100 * (to - from)) / end}%`;
    return element;
  };
  const bar = part => {
    if (part.idle) return put(el('span', { class: 'idle', title: `idle: ${span(part)}` }, el('span', null, 'idle')), part.from, part.to);
    return put(el('span', {
      class: part.busy === undefined ? 'use' : 'use partly', title: `${useWords(part)}: ${span(part)}${workWords(part)}`,
    }, el('span', null, useWords(part))), part.from, part.to);
  };
  // A few bars are read out one by one; of many, the table tells.
  const heard = lane => lane.uses.length === 0 ? `${lane.title}: idle all the time`
    : `${lane.title}: busy ${percent(lane.work, end)} of the time, ${lane.parts.length > 7 ? plural(lane.uses.length, 'bar') : lane.parts.map(part => `${part.idle ? 'idle' : useWords(part)} ${span(part)}${part.idle ? '' : workWords(part)}`).join(', ')}`;
  const table = firstRows(lanes.flatMap(lane => lane.parts.map(part => ({ lane, part }))), ({ lane, part }) => el('tr', null,
    el('th', { scope: 'row' }, lane.title), el('td', null, part.idle ? 'idle' : el('bdi', null, useWords(part))),
    el('td', null, count(part.from)), el('td', null, count(part.to)), el('td', null, part.idle ? '–' : percent(part.busy ?? 1, 1))), 40, 'rows');
  return el('figure', { class: 'time cores' },
    el('figcaption', null, `What ran on the ${plural(lanes.length, 'simulated core')}. Time is counted in loop rounds and calls, the same on every machine. Hatched: the core is idle.`),
    el('div', { class: 'gantt', role: 'img', 'aria-label': lanes.map(heard).join('. ') },
      lanes.map(lane => [
        el('span', { class: 'who' }, lane.title, el('span', { class: 'busy' }, ` ${percent(lane.work, end)} busy`)),
        el('span', { class: 'track' }, lane.parts.map(bar))]),
      el('span', { class: 'who axis' }),
      el('span', { class: 'track axis' }, ticksTo(end, 5).map(t => put(el('span', { class: 'tick' }, count(t)), t)))),
    el('p', { class: 'note' }, `Overall, the cores are busy ${percent(work, end * lanes.length)} of the time.`),
    el('details', { class: 'text' }, el('summary', null, 'The cores as a table'),
      scroller(`Simulated cores: ${title || id}`, el('table', null,
        el('caption', { class: 'sr' }, 'What ran on which core from when to when'),
        el('thead', null, el('tr', null, ['Core', 'Operation', 'From', 'To', 'At work'].map(t => el('th', { scope: 'col' }, t)))),
        table.body)),
      table.more));
}
