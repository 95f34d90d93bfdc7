// Charts, coloured by the style sheet so that they follow dark, light and print.

// How many submissions have a total in each tenth of the points.
function histogram() {
  const tenths = Array(10).fill(0);
  for (const submission of submissions) tenths[Math.min(9, Math.floor(share(submission) * 10 + 1e-9))]++;
  const top = Math.max(1, ...tenths);
  const range = i => (i === 9 ? '90–100 %' : `${i * 10}–${i * 10 + 9} %`);
  return el('figure', { class: 'chart' },
    el('figcaption', null, 'How many submissions have which share of the points, in percent'),
    el('div', { class: 'histogram', role: 'img', 'aria-label': 'Histogram. ' + tenths.map((n, i) => `${range(i)}: ${n}`).join(', ') },
      tenths.map((n, i) => {
        const column = el('span', { class: 'column', title: `${range(i)} of the points: ${plural(n, 'submission')}` }, el('span', { class: 'count' }, n || ''), el('span', { class: 'bar' }));
        column.lastChild.style.height = `${(8 * n) / top}rem`;
        return el('span', { class: 'tenth' }, column, el('span', { class: 'tick' }, i === 9 ? '90+' : i * 10));
      })));
}

// The part of the work that stays serial, from a parallelism of p on n cores (Karp and Flatt, 1990).
function serialPart(p, n) {
  return n > 1 && p > 0 ? Math.min(1, Math.max(0, (1 / p - 1 / n) / (1 - 1 / n))) : 0;
}

function amdahl(serial, n) {
  return 1 / (serial + (1 - serial) / n);
}

// Speedup over cores: the ideal, Amdahl's line for the measured serial part, and what the clock said here.
function speedupChart(measured) {
  const simulated = measured.cores;
  const cores = measured.processors;
  const [low, middle, high] = measured.wallSpeedup ?? [];
  const most = Math.max(4, simulated, cores);
  const [width, height, left, bottom, top, right] = [440, 300, 40, 40, 12, 96];
  const x = n => left + ((n - 1) / (most - 1)) * (width - left - right);
  const y = s => height - bottom - (Math.min(s, most) / most) * (height - bottom - top);
  const serial = serialPart(measured.parallelism, simulated);
  const line = (name, f) => svg('polyline', {
    class: name, points: Array.from({ length: 8 * (most - 1) + 1 }, (_, i) => 1 + i / 8).map(n => `${x(n).toFixed(1)},${y(f(n)).toFixed(1)}`).join(' '),
  });
  const predicted = amdahl(serial, most);
  const near = Math.abs(y(predicted) - y(most)) < 16;
  const words = [`The ideal on ${most} cores is ${most}.`, measured.parallelism > 0 && `Amdahl's law predicts ${number(predicted)}.`,
    middle !== undefined && `Measured on ${plural(cores, 'core')}: ${number(middle)}, between ${number(low)} and ${number(high)}.`].filter(Boolean).join(' ');
  return el('figure', { class: 'chart narrow' },
    el('figcaption', null, 'Speedup over cores'),
    svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': words },
      Array.from({ length: most }, (_, i) => i + 1).map(n => svg('text', { class: 'tick', x: x(n), y: height - 20, 'text-anchor': 'middle' }, n)),
      Array.from({ length: most + 1 }, (_, s) => s).map(s => [
        svg('line', { class: 'grid', x1: left, x2: x(most), y1: y(s), y2: y(s) }),
        svg('text', { class: 'tick', x: left - 8, y: y(s) + 4, 'text-anchor': 'end' }, s)]),
      svg('text', { class: 'tick', x: (left + x(most)) / 2, y: height - 4, 'text-anchor': 'middle' }, 'cores'),
      line('ideal', n => n),
      svg('text', { class: 'label', x: x(most) + 6, y: y(most) + 4 }, near && measured.parallelism > 0 ? 'ideal, Amdahl' : 'ideal'),
      measured.parallelism > 0 && line('amdahl', n => amdahl(serial, n)),
      measured.parallelism > 0 && !near && svg('text', { class: 'label', x: x(most) + 6, y: y(predicted) + 4 }, 'Amdahl'),
      middle !== undefined && svg('g', { class: 'measured' },
        svg('line', { x1: x(cores), x2: x(cores), y1: y(low), y2: y(high) }),
        [low, high].map(s => svg('line', { x1: x(cores) - 5, x2: x(cores) + 5, y1: y(s), y2: y(s) })),
        svg('circle', { cx: x(cores), cy: y(middle), r: 4 }),
        svg('text', { class: 'label', x: x(cores) + 10, y: y(middle) + 16 }, 'measured'))),
    el('p', { class: 'note' }, words));
}
