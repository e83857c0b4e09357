// What is drawn on the canvas below the marks. A layer is given the scene: data, colours, places of bars and prices in pixels of
// the canvas, and the bars in sight.
'use strict';

dgasChart.scene = (plot, data, colours, chosen) => {
  const ratio = window.devicePixelRatio || 1;
  const x = (bar) => plot.valToPos(bar, 'x', true);
  return {
    context: plot.ctx, box: plot.bbox, data, colours, chosen, ratio, x,
    y: (price) => plot.valToPos(price, 'y', true),
    slot: Math.abs(x(1) - x(0)),
    from: Math.max(0, Math.floor(plot.scales.x.min)),
    to: Math.min(data.size, Math.ceil(plot.scales.x.max))
  };
};

dgasChart.layers = (() => {
  const SOLID = [];

  function stroke(scene, colour, width, dash, alpha = 1) {
    const on = scene.context;
    on.strokeStyle = colour;
    on.lineWidth = Math.max(1, width * scene.ratio);
    on.setLineDash(dash.map((length) => length * scene.ratio));
    on.globalAlpha = alpha;
  }

  // A level is in force from before its bar opens until the bar closes, so that it is a step as wide as the bar.
  function steps(scene, column, onlyJoined) {
    const on = scene.context;
    on.beginPath();
    let before = null;
    for (let t = scene.from; t <= scene.to; t++) {
      const value = column[t];
      if (value === null) {
        before = null;
        continue;
      }
      const left = scene.x(t) - scene.slot / 2;
      const y = scene.y(value);
      if (before === null || (onlyJoined && before !== value)) {
        on.moveTo(left, y);
      } else {
        on.lineTo(left, y);
      }
      on.lineTo(left + scene.slot, y);
      before = value;
    }
    on.stroke();
  }

  function band(scene, low, high, colour, alpha, from = scene.from) {
    const on = scene.context;
    on.fillStyle = colour;
    on.globalAlpha = alpha;
    for (let t = from; t <= scene.to; t++) {
      if (low[t] !== null && high[t] !== null) {
        const top = scene.y(high[t]);
        on.fillRect(scene.x(t) - scene.slot / 2, top, scene.slot + 0.5, scene.y(low[t]) - top);
      }
    }
  }

  function states(scene) {
    const {context: on, data, colours, box} = scene;
    const height = 5 * scene.ratio;
    for (let bar = scene.from; bar < Math.min(scene.to + 1, data.size); bar++) {
      const state = data.states.kinds[data.states.bars[bar]];
      const left = scene.x(bar) - scene.slot / 2;
      const colour = state.direction > 0 ? colours.up : state.direction < 0 ? colours.down : colours.quiet;
      const undefinedYet = state.kind === 'UNDEFINED';
      on.fillStyle = colour;
      on.globalAlpha = undefinedYet ? 0 : state.direction ? 0.055 : 0;
      on.fillRect(left, box.top, scene.slot + 0.5, box.height);
      on.globalAlpha = undefinedYet ? 0.15 : state.direction ? 1 : 0.45;
      // a trend up stands on the upper half of the ribbon, one down on the lower: not by colour alone
      const half = height * 0.6;
      const top = box.top + box.height - height + (state.direction < 0 ? height - half : 0);
      on.fillRect(left, state.direction ? top : top + height * 0.35, scene.slot + 0.5, state.direction ? half : height * 0.3);
      if (state.kind === 'CONGESTION_EXIT' || state.kind === 'TREND_REVERSAL') {
        on.globalAlpha = 0.6;
        on.fillRect(left, box.top + box.height - 2.2 * height, Math.max(1, scene.ratio), 2.2 * height);
      }
    }
    on.globalAlpha = 1;
  }

  function higherBars(scene) {
    const bars = scene.data.overlay && scene.data.overlay.bar;
    if (!bars) {
      return;
    }
    const changes = [];
    for (let t = Math.max(1, scene.from); t <= scene.to; t++) {
      if (bars[t] !== bars[t - 1]) {
        changes.push(scene.x(t) - scene.slot / 2);
      }
    }
    if (changes.length > scene.box.width / (14 * scene.ratio)) {
      return;
    }
    stroke(scene, scene.colours.line, 1, [2, 3]);
    scene.context.beginPath();
    changes.forEach((at) => {
      scene.context.moveTo(at, scene.box.top);
      scene.context.lineTo(at, scene.box.top + scene.box.height);
    });
    scene.context.stroke();
  }

  // Areas 6 to 4 above the dot, 3 to 1 below it; all bars where asked for, the coming one always.
  function areas(scene) {
    const {pldot, top, bottom, z1b, z2b, z5t, z6t} = scene.data.levels;
    const {up, down} = scene.colours;
    const from = scene.chosen('areas') ? scene.from : scene.data.size;
    const strong = scene.chosen('areas') ? 1 : 1.6;
    [[z5t, z6t, down, 0.16], [top, z5t, down, 0.11], [pldot, top, down, 0.06],
      [bottom, pldot, up, 0.06], [z2b, bottom, up, 0.11], [z1b, z2b, up, 0.16]]
      .forEach(([low, high, colour, alpha]) => band(scene, low, high, colour, alpha * strong, Math.max(from, scene.from)));
    scene.context.globalAlpha = 1;
  }

  function envelope(scene) {
    if (!scene.chosen('envelope')) {
      return;
    }
    band(scene, scene.data.levels.bottom, scene.data.levels.top, scene.colours.quiet, 0.07);
    stroke(scene, scene.colours.quiet, 1, SOLID, 0.75);
    steps(scene, scene.data.levels.top, false);
    steps(scene, scene.data.levels.bottom, false);
    scene.context.globalAlpha = 1;
  }

  function overlay(scene) {
    const higher = scene.data.overlay;
    if (!higher || !scene.chosen('overlay')) {
      return;
    }
    stroke(scene, scene.colours['chart-higher'], 2, SOLID, 0.95);
    steps(scene, higher.pldot, true);
    stroke(scene, scene.colours['chart-higher'], 1.25, [6, 4], 0.9);
    steps(scene, higher.top, true);
    steps(scene, higher.bottom, true);
    scene.context.globalAlpha = 1;
  }

  function candle(scene, bar, width, hollow) {
    const {context: on, data, colours} = scene;
    const rises = data.close[bar] >= data.open[bar];
    const middle = Math.round(scene.x(bar));
    const wick = Math.max(1, Math.round(scene.ratio));
    const top = Math.round(scene.y(Math.max(data.open[bar], data.close[bar])));
    const height = Math.max(wick, Math.round(scene.y(Math.min(data.open[bar], data.close[bar]))) - top);
    const high = Math.round(scene.y(data.high[bar]));
    on.fillStyle = rises ? colours.up : colours.down;
    on.fillRect(middle - Math.floor(wick / 2), high, wick, Math.round(scene.y(data.low[bar])) - high);
    on.fillRect(middle - Math.floor(width / 2), top, width, height);
    if (hollow && width > 3 * wick && height > 2 * wick) {
      on.fillStyle = colours.panel;
      on.fillRect(middle - Math.floor(width / 2) + wick, top + wick, width - 2 * wick, height - 2 * wick);
    }
  }

  function candles(scene) {
    const width = Math.max(1, Math.floor(scene.slot * 0.68));
    for (let bar = scene.from; bar <= Math.min(scene.to, scene.data.size - 1); bar++) {
      candle(scene, bar, width, scene.data.provisional.has(bar));
    }
  }

  // The dot for a bar is known since the bar before closed: it stands between the two.
  function dots(scene) {
    if (!scene.chosen('pldot')) {
      return;
    }
    const {context: on, data, colours} = scene;
    stroke(scene, colours['chart-dot'], 1.4, SOLID);
    on.beginPath();
    for (let t = scene.from; t <= scene.to; t++) {
      if (data.levels.pldot[t] !== null) {
        on.lineTo(scene.x(t - 0.5), scene.y(data.levels.pldot[t]));
      }
    }
    on.stroke();
    if (scene.slot > 5 * scene.ratio) {
      on.fillStyle = colours['chart-dot'];
      for (let t = scene.from; t <= scene.to; t++) {
        if (data.levels.pldot[t] !== null) {
          on.beginPath();
          on.arc(scene.x(t - 0.5), scene.y(data.levels.pldot[t]), 2.3 * scene.ratio, 0, 2 * Math.PI);
          on.fill();
        }
      }
    }
  }

  function lines(scene) {
    const {context: on, data, colours} = scene;
    Object.entries(data.lines).filter(([name]) => scene.chosen('line:' + name)).forEach(([name, column]) => {
      const colour = / Up/.test(name) || / Low/.test(name) ? colours.up : / Down/.test(name) || / High/.test(name) ? colours.down : colours.text;
      stroke(scene, colour, 1.6, name.startsWith('6') ? [3, 2] : SOLID);
      on.beginPath();
      for (let t = scene.from; t <= scene.to; t++) {
        if (column[t] !== null) {
          on.moveTo(scene.x(t) - scene.slot * 0.48, scene.y(column[t]));
          on.lineTo(scene.x(t) + scene.slot * 0.48, scene.y(column[t]));
        }
      }
      on.stroke();
    });
  }

  function missing(scene) {
    const {context: on, data, colours, box} = scene;
    on.fillStyle = colours.bad;
    data.missing.filter((gap) => gap.place >= scene.from - 1 && gap.place <= scene.to + 1).forEach((gap) => {
      const at = scene.x(gap.place);
      const size = 4 * scene.ratio;
      on.beginPath();
      on.moveTo(at, box.top);
      on.lineTo(at - size, box.top + 2 * size);
      on.lineTo(at + size, box.top + 2 * size);
      on.fill();
      on.fillRect(at - scene.ratio / 2, box.top, scene.ratio, 5 * size);
    });
  }

  return {below: [states, higherBars, areas, envelope, overlay, lines, candles, dots, missing], stroke};
})();
