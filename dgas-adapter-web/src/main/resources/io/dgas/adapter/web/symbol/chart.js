// The chart of a symbol: reads its columns, draws them, and draws again without losing the place when there is something new.
'use strict';

(() => {
  const root = document.getElementById('chart');
  if (!root) {
    return;
  }
  const KEPT = 'dgas-chart-layers';
  const USUAL = ['pldot', 'envelope', 'overlay', 'signals', 'pattern:Exhaust', 'pattern:Exhaust confirmed', 'pattern:C-wave', 'pattern:PLdot refresh'];
  const ROOM_FOR_NAMES = 118;
  const NARROW = 560;
  const LABEL = 58;
  const {times, price, layers, marks} = dgasChart;
  const chosenLayers = new Set(kept());
  const chosen = (name) => chosenLayers.has(name);
  let data = null;
  let colours = null;
  let plot = null;
  let moves = null;
  let readout = null;
  let cursor = null;

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || USUAL;
    } catch (unreadable) {
      return USUAL;
    }
  }

  // What the columns mean place by place.
  function prepared(columns) {
    const size = columns.opens.length;
    const provisional = new Set();
    const slots = new Map();
    const missing = [];
    const holding = (time) => {
      let low = 0;
      let high = size;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (columns.closes[middle] <= time) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    };
    columns.coverage.forEach((slot) => {
      const bar = holding(slot.opens);
      const within = bar < size && columns.opens[bar] <= slot.opens;
      if (slot.missing) {
        missing.push({place: within ? bar : bar - 0.5, is: slot.is});
      } else if (within) {
        provisional.add(bar);
      }
      if (within) {
        slots.set(bar, [...new Set((slots.get(bar) || []).concat(slot.is))]);
      }
    });
    return {...columns, size, provisional, slots, missing};
  }

  function skeleton() {
    root.replaceChildren();
    root.innerHTML = `
<div class="tools row">
  <button type="button" data-do="back" aria-label="Older bars" title="Older bars (Shift+←)">‹</button>
  <button type="button" data-do="on" aria-label="Newer bars" title="Newer bars (Shift+→)">›</button>
  <button type="button" data-do="zoomIn" aria-label="Fewer bars" title="Fewer bars (+)">+</button>
  <button type="button" data-do="zoomOut" aria-label="More bars" title="More bars (−)">−</button>
  <button type="button" data-do="home" title="To the newest bar (End)">Newest</button>
  <details class="choose"><summary>Layers</summary><div class="choices"></div></details>
</div>
<dl class="readout" aria-label="Numbers of the bar under the cross"></dl>
<div class="plot" tabindex="0" role="application" aria-label="Chart. Arrow keys go from bar to bar, with Shift along; plus and minus change the scale; End goes to the newest bar." aria-describedby="chart-words"></div>
<p class="spoken unseen" aria-live="polite"></p>
<ul class="key"><li class="k-up">close at or above the open</li><li class="k-down">below</li><li class="k-hollow">hollow: provisional</li><li class="k-dot">PLdot</li><li class="k-higher">higher timeframe</li><li class="k-state">ribbon: trend up, trend down, congestion</li><li class="k-missing">bar missing</li></ul>`;
  }

  function choices() {
    const groups = [
      ['Geometry', [['pldot', 'PLdot'], ['envelope', 'Envelope'], ['areas', 'Areas 1–6 of all bars'], ['overlay', 'Higher timeframe'], ['signals', 'Signals']]],
      ['Lines', Object.keys(data.lines).sort().map((name) => ['line:' + name, name])],
      ['Patterns', marks.kinds.map((name) => ['pattern:' + name, marks.signs[name] + '  ' + name])]];
    root.querySelector('.choices').replaceChildren(...groups.map(([title, entries]) => {
      const group = document.createElement('fieldset');
      const legend = document.createElement('legend');
      legend.textContent = title;
      group.append(legend, ...entries.map(([name, words]) => {
        const label = document.createElement('label');
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.checked = chosen(name);
        box.addEventListener('change', () => choose(name, box.checked));
        label.append(box, ' ' + words);
        return label;
      }));
      return group;
    }));
  }

  function choose(name, isChosen) {
    if (isChosen) {
      chosenLayers.add(name);
    } else {
      chosenLayers.delete(name);
    }
    localStorage.setItem(KEPT, JSON.stringify([...chosenLayers]));
    plot.redraw();
    show();
  }

  const isDaily = () => /^(1d|1w|1mo)$/.test(data.trading);

  // Bars are places, not times: nights and weekends take no room. Each label stands where a day or month begins.
  function label(bar, few) {
    if (!Number.isInteger(bar) || bar < 0 || bar >= data.size) {
      return '';
    }
    const seconds = data.opens[bar];
    if (isDaily()) {
      return few ? times.date(seconds) : times.month(seconds);
    }
    return bar === 0 || times.date(data.opens[bar - 1]) !== times.date(seconds) ? times.date(seconds) : times.clock(seconds);
  }

  function splits(self, axis, min, max) {
    const from = Math.max(0, Math.ceil(min));
    const to = Math.min(data.size - 1, Math.floor(max));
    const most = Math.max(2, Math.floor(self.bbox.width / (window.devicePixelRatio || 1) / 70));
    const group = isDaily() ? (bar) => times.month(data.opens[bar]) : (bar) => times.date(data.opens[bar]);
    const begins = [];
    for (let bar = Math.max(1, from); bar <= to; bar++) {
      if (group(bar) !== group(bar - 1)) {
        begins.push(bar);
      }
    }
    if (begins.length >= 3) {
      const apart = ((max - min) * LABEL) / (self.bbox.width / (window.devicePixelRatio || 1));
      return begins.reduce((kept, bar) => (kept.length > 0 && bar - kept.at(-1) < apart ? kept : [...kept, bar]), []);
    }
    const every = Math.max(1, Math.ceil((to - from + 1) / most));
    const places = [];
    for (let bar = Math.ceil(from / every) * every; bar <= to; bar += every) {
      places.push(bar);
    }
    return places;
  }

  // All that is drawn of the bars in sight, with a little room.
  function prices(self) {
    const [from, to] = self.series[0].idxs;
    let low = Infinity;
    let high = -Infinity;
    const take = (value) => {
      if (value !== null && value !== undefined) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    };
    for (let t = from; t <= to; t++) {
      if (t < data.size) {
        take(data.low[t]);
        take(data.high[t]);
      }
      if (chosen('envelope') || t === data.size) {
        take(data.levels.top[t]);
        take(data.levels.bottom[t]);
      }
      if (chosen('areas') || t === data.size) {
        take(data.levels.z6t[t]);
        take(data.levels.z1b[t]);
      }
    }
    if (chosen('signals')) {
      data.signals.filter((signal) => signal.exitBar === undefined).forEach((signal) => {
        take(signal.stop);
        take(signal.target);
      });
    }
    if (low > high) {
      return [0, 1];
    }
    const room = (high - low || Math.abs(high) || 1) * 0.05;
    return [low - room, high + room];
  }

  function size() {
    const width = root.querySelector('.plot').clientWidth;
    return {width, height: Math.round(Math.min(Math.max(width * 0.5, 320), Math.max(320, innerHeight * 0.62)))};
  }

  // Where there is little room the names stand in the sheet alone.
  const isNarrow = () => root.querySelector('.plot').clientWidth < NARROW;
  const roomInBars = () => {
    const width = root.querySelector('.plot').clientWidth - 60;
    return isNarrow() ? 0 : (barsInSight() * ROOM_FOR_NAMES) / Math.max(120, width - ROOM_FOR_NAMES);
  };
  const barsInSight = () => Math.min(data.size, isNarrow() ? 40 : 120);
  const limits = () => ({first: -1, last: data.size + 0.5 + roomInBars()});

  function home() {
    const {last} = limits();
    moves.to(last - barsInSight() - 1 - roomInBars(), last);
    cursor = null;
    show();
  }

  function draw(self, parts) {
    const scene = dgasChart.scene(self, data, colours, chosen);
    scene.context.save();
    scene.context.beginPath();
    scene.context.rect(scene.box.left, scene.box.top, scene.box.width, scene.box.height);
    scene.context.clip();
    parts.forEach((part) => part(scene));
    scene.context.restore();
  }

  function options() {
    const axis = {
      stroke: () => colours.quiet, font: colours.font(11), ticks: {show: false},
      grid: {stroke: () => colours.line, width: 1}};
    return {
      ...size(),
      padding: [8, 0, 0, 8],
      legend: {show: false},
      cursor: {drag: {x: false, y: false, setScale: false}, points: {show: false}},
      scales: {x: {time: false, range: (self, min, max) => [min, max]}, y: {range: prices}},
      axes: [
        {...axis, size: 30, splits, values: (self, places) => places.map((bar) => label(bar, self.scales.x.max - self.scales.x.min < 90)), grid: {show: false}},
        {...axis, side: 1, size: 62, values: (self, values) => values.map(price)}],
      series: [{}, {paths: () => null, points: {show: false}}],
      hooks: {
        drawAxes: [(self) => draw(self, layers.below)],
        draw: [(self) => draw(self, marks.above)],
        setCursor: [(self) => follow(self)]}};
  }

  function follow(self) {
    cursor = self.cursor.left >= 0 ? Math.min(Math.max(Math.round(self.posToVal(self.cursor.left, 'x')), 0), data.size) : null;
    show();
  }

  function show() {
    readout.show(cursor === null ? data.size - 1 : cursor, chosen);
  }

  function step(by) {
    const at = Math.min(Math.max((cursor === null ? data.size - 1 : cursor) + by, 0), data.size);
    const [min, max] = moves.span();
    if (at < min || at > max) {
      moves.to(at - (max - min) / 2, at + (max - min) / 2);
    }
    plot.setCursor({left: plot.valToPos(at, 'x'), top: plot.valToPos(at < data.size ? data.close[at] : data.levels.pldot[at], 'y')});
    readout.speak(at);
  }

  const drawn = () => {
    const places = Array.from({length: data.size + 1}, (none, place) => place);
    return [places, places.map((place) => (place < data.size ? data.close[place] : null))];
  };

  function begin() {
    skeleton();
    colours = dgasChart.palette(root);
    readout = dgasChart.readout(root, () => data);
    plot = new uPlot(options(), drawn(), root.querySelector('.plot'));
    moves = dgasChart.moves(plot, root, {limits, home, step});
    choices();
    home();
    root.querySelector('.tools').addEventListener('click', (event) => {
      const act = event.target.dataset.do;
      if (act) {
        (act === 'home' ? home : moves[act])();
      }
    });
    new ResizeObserver(() => plot.setSize(size())).observe(root.querySelector('.plot'));
    const recolour = () => {
      colours = dgasChart.palette(root);
      plot.redraw();
    };
    document.addEventListener('dgas:theme', recolour);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
    root.dataset.ready = 'true';
  }

  // Who looks at the newest bar sees the next one; who looks elsewhere keeps the same bars in sight.
  function renew(columns) {
    const [min, max] = moves.span();
    const atNewest = max >= data.size;
    const grown = columns.opens.length - data.size;
    const dropped = data.opens.filter((opens) => opens < columns.opens[0]).length;
    const shift = atNewest ? grown : -dropped;
    data = prepared(columns);
    plot.setData(drawn(), false);
    moves.to(min + shift, max + shift);
    show();
  }

  async function read() {
    const answer = await fetch(root.dataset.source, {headers: {Accept: 'application/json'}});
    if (!answer.ok) {
      throw new Error('the server answered ' + answer.status);
    }
    return answer.json();
  }

  async function start() {
    try {
      data = prepared(await read());
    } catch (failure) {
      fail(failure);
      return;
    }
    begin();
  }

  function fail(failure) {
    const told = document.createElement('p');
    const again = document.createElement('button');
    told.className = 'empty';
    told.setAttribute('role', 'alert');
    told.textContent = 'The chart cannot be drawn: ' + failure.message + '. ';
    again.type = 'button';
    again.textContent = 'Try again';
    again.addEventListener('click', start);
    told.append(again);
    root.replaceChildren(told);
  }

  // The parts of the page that the server writes, each by its name; what the reader opened stays open.
  async function renewParts() {
    const answer = await fetch(location.href);
    if (!answer.ok) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelectorAll('[data-live]').forEach((part) => {
      const next = fresh.getElementById(part.id);
      if (next && !part.contains(document.activeElement)) {
        next.querySelectorAll('details').forEach((each, place) => {
          const old = part.querySelectorAll('details')[place];
          each.open = old ? old.open : each.open;
        });
        if (part.tagName === 'DETAILS') {
          next.open = part.open;
        }
        part.replaceWith(next);
      }
    });
  }

  // One at a time; what happens meanwhile is read once, afterwards.
  let renewing = false;
  let isDue = false;
  async function changed() {
    isDue = root.dataset.present === 'true' && plot !== null;
    if (renewing) {
      return;
    }
    renewing = true;
    while (isDue) {
      isDue = false;
      try {
        renew(await read());
        await renewParts();
      } catch (away) {
        console.info('nothing newer can be read: ' + away.message);
      }
    }
    renewing = false;
  }

  root.addEventListener('dgas:changed', changed);
  start();
})();
