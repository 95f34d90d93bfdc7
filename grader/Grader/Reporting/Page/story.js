// What the steps of an interleaving say: values, and who does what.

function atOf(step) {
  return step.at ?? 0;
}

function placeOf(step) {
  return step.file && step.line > 0 ? `${step.file}:${step.line}` : '';
}

// "writes balance ← 335" in its parts.
function accessOf(step) {
  const match = /^(reads|writes) ([^]+?) (→|←) ([^]*)$/.exec(step.text);
  return match && { verb: match[1], name: match[2], arrow: match[3], value: match[4] };
}

// The values that memory has after a step, by name, each with the step that last saw it.
function valuesAt(story, at) {
  const values = new Map();
  story.steps.slice(0, at + 1).forEach((step, i) => {
    const access = accessOf(step);
    if (access) values.set(access.name, { value: access.value, step: i, verb: access.verb });
  });
  return values;
}

// What each lane is about after a step.
function statesAt(story, at) {
  return story.lanes.map((_, lane) => {
    const seen = story.steps.slice(0, at + 1).findLastIndex(step => step.lane === lane);
    if (seen < 0) return { words: 'not yet seen', tone: 'quiet' };
    const step = story.steps[seen];
    if (step.fails && seen === at) return { words: 'fails', tone: 'bad' };
    if (step.kind === 'wait') return { words: 'waiting', tone: 'stop' };
    if (step.kind === 'end') return { words: 'ended', tone: 'quiet' };
    return seen === at ? { words: 'running', tone: 'turn' } : { words: 'ready', tone: 'quiet' };
  });
}

// Who stands at which line after a step.
function placesAt(story, at) {
  return story.lanes.map((title, lane) => {
    const seen = story.steps.slice(0, at + 1).findLast(step => step.lane === lane && placeOf(step));
    return seen && { title, file: seen.file, line: seen.line };
  }).filter(Boolean);
}

function seconds(value) {
  return value === 0 || value >= 1 ? number(value, 7) + ' s' : number(value * 1000, 4) + ' ms';
}

function isTimed(story) {
  return story.steps.some(step => atOf(step) !== atOf(story.steps[0]));
}
