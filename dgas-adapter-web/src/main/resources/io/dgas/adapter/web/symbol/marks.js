// Patterns, signals and the names of the levels of the coming bar.
'use strict';

dgasChart.marks = (() => {
  const SIGNS = {
    'PLdot push': 'P', 'PLdot refresh': 'R', 'C-wave': 'C', 'Exhaust': 'E', 'Exhaust confirmed': 'E✓',
    'Congestion oscillation': 'O', 'Dot accelerating': 'A', 'Dot steady': 'S', 'Dot decelerating': 'D', 'Dot exhausting': 'X'
  };
  const LETTERS = 10;
  const {stroke} = dgasChart.layers;

  function write(scene, text, x, y, colour, align = 'center', bold = false) {
    const on = scene.context;
    on.font = (bold ? '600 ' : '') + scene.colours.font(LETTERS * scene.ratio);
    on.textAlign = align;
    on.textBaseline = 'middle';
    on.fillStyle = colour;
    on.fillText(text, x, y);
  }

  function patterns(scene) {
    if (scene.slot < 5 * scene.ratio) {
      return;
    }
    const stacked = new Map();
    scene.data.patterns
      .filter((match) => match.bar >= scene.from && match.bar <= scene.to && scene.chosen('pattern:' + match.name))
      .forEach((match) => {
        const key = match.bar + ':' + match.direction;
        const above = stacked.get(key) || 0;
        stacked.set(key, above + 1);
        const distance = (9 + 12 * above) * scene.ratio;
        const up = match.direction > 0;
        const y = up ? scene.y(scene.data.high[match.bar]) - distance : scene.y(scene.data.low[match.bar]) + distance;
        write(scene, SIGNS[match.name] || '?', scene.x(match.bar), y, scene.colours.quiet, 'center', true);
      });
  }

  function level(scene, from, to, price, colour, dash, alpha) {
    stroke(scene, colour, 1.3, dash, alpha);
    scene.context.beginPath();
    scene.context.moveTo(scene.x(from), scene.y(price));
    scene.context.lineTo(scene.x(to), scene.y(price));
    scene.context.stroke();
    scene.context.globalAlpha = 1;
  }

  function arrow(scene, signal) {
    const {context: on, data, colours, ratio} = scene;
    const long = signal.type === 'LONG';
    const bar = Math.max(signal.bar, 0);
    const size = 5.5 * ratio;
    const tip = long ? scene.y(data.low[bar]) + 5 * ratio : scene.y(data.high[bar]) - 5 * ratio;
    const base = long ? tip + 1.8 * size : tip - 1.8 * size;
    on.fillStyle = long ? colours.up : colours.down;
    on.strokeStyle = colours.panel;
    on.lineWidth = ratio;
    on.setLineDash([]);
    on.beginPath();
    on.moveTo(scene.x(bar), tip);
    on.lineTo(scene.x(bar) - size, base);
    on.lineTo(scene.x(bar) + size, base);
    on.closePath();
    on.fill();
    on.stroke();
  }

  function ending(scene, signal) {
    const {context: on, colours, ratio} = scene;
    const x = scene.x(signal.exitBar);
    const y = scene.y(signal.exit);
    const half = 3.5 * ratio;
    stroke(scene, colours.text, 1.8, []);
    on.beginPath();
    on.moveTo(x - half, y - half);
    on.lineTo(x + half, y + half);
    on.moveTo(x - half, y + half);
    on.lineTo(x + half, y - half);
    on.stroke();
    if (scene.slot > 4 * ratio) {
      const text = (signal.result > 0 ? '+' : '') + signal.result.toFixed(1) + ' R';
      write(scene, text, x, y + 11 * ratio, signal.result >= 0 ? colours.good : colours.bad, 'right', true);
    }
  }

  function signals(scene) {
    if (!scene.chosen('signals')) {
      return;
    }
    scene.data.signals.forEach((signal) => {
      const ended = signal.exitBar !== undefined;
      const from = Math.max(signal.bar, 0);
      const to = ended ? signal.exitBar : scene.data.size + 0.5;
      const alpha = ended ? 0.45 : 1;
      level(scene, from, to, signal.entry, scene.colours.text, [], alpha);
      level(scene, from, to, signal.stop, scene.colours.bad, [4, 3], alpha);
      level(scene, from, to, signal.target, scene.colours.good, [4, 3], alpha);
      if (signal.bar >= 0) {
        arrow(scene, signal);
      }
      if (ended) {
        ending(scene, signal);
      }
    });
  }

  // Names right of the coming bar, moved apart where they would cover one another.
  function names(scene) {
    const {data, colours, ratio, box} = scene;
    const t = data.size;
    const left = scene.x(t) + scene.slot / 2 + 6 * ratio;
    if (left > box.left + box.width - 60 * ratio) {
      return;
    }
    const named = [
      ['area 6', data.levels.z6t[t], colours.quiet], ['area 5', data.levels.z5t[t], colours.quiet],
      ['ETop', data.levels.top[t], colours.text], ['PLdot', data.levels.pldot[t], colours['chart-dot']],
      ['EBot', data.levels.bottom[t], colours.text], ['area 2', data.levels.z2b[t], colours.quiet],
      ['area 1', data.levels.z1b[t], colours.quiet]];
    if (data.overlay && scene.chosen('overlay')) {
      const higher = colours['chart-higher'];
      named.push([data.higher + ' dot', data.overlay.pldot[t], higher], [data.higher + ' ETop', data.overlay.top[t], higher],
        [data.higher + ' EBot', data.overlay.bottom[t], higher]);
    }
    data.signals.filter((signal) => signal.exitBar === undefined).slice(-1).forEach((signal) => {
      named.push(['stop', signal.stop, colours.bad], ['target', signal.target, colours.good], ['entry', signal.entry, colours.text]);
    });
    Object.entries(data.lines).filter(([name]) => scene.chosen('line:' + name)).forEach(([name, column]) => {
      named.push([name, column[t], colours.text]);
    });
    const room = (LETTERS + 2) * ratio;
    let lowest = -Infinity;
    named.filter(([, value]) => value !== null)
      .map(([name, value, colour]) => ({name, colour, value, y: scene.y(value)}))
      .filter((tag) => tag.y > box.top && tag.y < box.top + box.height)
      .sort((one, other) => one.y - other.y)
      .forEach((tag) => {
        const y = Math.max(tag.y, lowest + room);
        lowest = y;
        write(scene, tag.name + ' ' + dgasChart.price(tag.value), left, y, tag.colour, 'left');
      });
  }

  return {above: [patterns, signals, names], kinds: Object.keys(SIGNS), signs: SIGNS};
})();
