// The interleaving as a table: a row a step, a column a lane. One row is the current one.

function stepWords(step) {
  const access = accessOf(step);
  return access ? [`${access.verb} ${access.name} `, el('b', { class: 'value' }, `${access.arrow} ${access.value}`)] : step.text;
}

function stepsTable(story, link, go) {
  const timed = isTimed(story);
  const placed = story.steps.some(placeOf);
  // One file needs no name in every row.
  const oneFile = new Set(story.steps.map(step => step.file).filter(Boolean)).size === 1;
  const states = story.lanes.map(() => el('td', { class: 'state' }));
  const links = [];
  const rows = story.steps.map((step, i) => {
    links.push(el('a', { href: link(i), onclick: event => { event.preventDefault(); go(i); } }, i + 1));
    const content = [
      step.switched && el('span', { class: 'tag switch' }, 'preempted here'),
      step.fails && el('span', { class: 'tag fail' }, 'fails here'),
      // What failed is often a whole sentence: it takes the room that the other steps of its lane need, and no more.
      el('span', { class: step.fails && step.lane >= 0 && story.steps.some(other => other !== step && other.lane === step.lane) ? 'sentence' : null }, stepWords(step)),
    ];
    return el('tr', { class: [step.switched && 'switched', step.fails && 'fails'].filter(Boolean).join(' ') || null, onclick: () => go(i) },
      el('th', { scope: 'row' }, links[i]),
      timed && el('td', { class: 'time' }, i === 0 || atOf(step) !== atOf(story.steps[i - 1]) ? seconds(atOf(step)) : ''),
      placed && el('td', { class: 'at' }, oneFile ? placeOf(step) && step.line : placeOf(step)),
      step.lane >= 0 ? story.lanes.map((_, lane) => el('td', { class: lane === step.lane ? 'act' : null }, lane === step.lane && content))
        : el('td', { class: 'left-out', colspan: Math.max(1, story.lanes.length) }, content));
  });
  const head = el('thead', null,
    el('tr', null, el('th', { scope: 'col' }, 'Step'), timed && el('th', { scope: 'col' }, 'Time'), placed && el('th', { scope: 'col' }, 'Line'),
      story.lanes.map(title => el('th', { scope: 'col', class: 'lane' }, el('bdi', null, title)))),
    el('tr', null, el('td', { colspan: 1 + timed + placed, class: 'state' }, 'now'), states));
  const element = scroller('Steps of the interleaving', el('table', { class: 'steps' },
    el('caption', { class: 'sr' }, 'Steps of the interleaving, one column for each operation'), head, el('tbody', null, rows)));

  function show(at) {
    rows.forEach((row, i) => {
      row.classList.toggle('future', i > at);
      row.classList.toggle('current', i === at);
      if (i === at) row.setAttribute('aria-current', 'step'); else row.removeAttribute('aria-current');
      // One stop for the tabulator key, not one a step.
      links[i].tabIndex = i === at ? 0 : -1;
    });
    statesAt(story, at).forEach(({ words, tone }, lane) => {
      states[lane].textContent = words;
      states[lane].className = 'state ' + tone;
    });
    keepInView(element, rows[at], head.offsetHeight);
    keepInSight(element, rows[at].querySelector('.act') ?? rows[at].lastChild);
  }

  return { element, show };
}

// Scrolls the box, never the page; `covered` is what stands over its top.
function keepInView(box, child, covered = 0) {
  const top = child.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < covered) box.scrollTop += top - covered - 8;
  else if (top + child.offsetHeight > box.clientHeight) box.scrollTop += top + child.offsetHeight - box.clientHeight + 8;
}

// The same, sideways.
function keepInSight(box, child) {
  const left = child.getBoundingClientRect().left - box.getBoundingClientRect().left;
  if (left < 0) box.scrollLeft += left - 8;
  else if (left + child.offsetWidth > box.clientWidth) box.scrollLeft += left + child.offsetWidth - box.clientWidth + 8;
}
