// One of several panels is shown at a time, chosen by its tab; on paper all of them are. Arrow keys go from tab to tab.

// `panels` have a title, an element, and what is to be done once it is seen.
function tabs(label, panels, first) {
  const boxes = panels.map((panel, i) => el('div', { class: 'panel', id: `panel-${i}`, role: 'tabpanel', 'aria-labelledby': `tab-${i}` }, panel.element));
  const select = chosen => boxes.forEach((box, i) => {
    box.hidden = i !== chosen;
    made[i].setAttribute('aria-selected', i === chosen);
    made[i].tabIndex = i === chosen ? 0 : -1;
  });
  const choose = i => {
    select(i);
    made[i].focus();
    panels[i].seen();
  };
  const made = panels.map((panel, i) => el('button', {
    type: 'button', id: `tab-${i}`, role: 'tab', 'aria-controls': `panel-${i}`, onclick: () => choose(i),
    onkeydown: event => {
      const last = panels.length - 1;
      const to = { ArrowLeft: i > 0 ? i - 1 : last, ArrowRight: i < last ? i + 1 : 0, Home: 0, End: last }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(to);
    },
  }, panel.title));
  select(first);
  return [el('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, made), boxes];
}
