// The numbers of the bar under the cross, in one place that does not move; and the choice of what is drawn.
'use strict';

dgasChart.readout = (root, data) => {
  const shown = root.querySelector('.readout');
  const spoken = root.querySelector('.spoken');
  const {price, times} = dgasChart;

  function cell(name, value, kind, title) {
    const pair = document.createElement('div');
    const term = document.createElement('dt');
    const definition = document.createElement('dd');
    term.textContent = name;
    definition.textContent = value;
    if (kind) {
      pair.dataset.kind = kind;
    }
    if (title) {
      definition.title = title;
    }
    pair.append(term, definition);
    return pair;
  }

  function barCells(bar) {
    const {open, high, low, close} = data();
    return [
      cell('O', price(open[bar])), cell('H', price(high[bar])), cell('L', price(low[bar])),
      cell('C', price(close[bar]), close[bar] >= open[bar] ? 'up' : 'down')];
  }

  function levelCells(t) {
    const {levels, overlay, higher} = data();
    const cells = [cell('PLdot', price(levels.pldot[t]), 'dot'),
      cell('Envelope', price(levels.bottom[t]) + ' – ' + price(levels.top[t]))];
    if (overlay) {
      cells.push(cell(higher + ' dot', price(overlay.pldot[t]), 'higher'));
    }
    return cells;
  }

  function lineCells(t, chosen) {
    return Object.entries(data().lines)
      .filter(([name, column]) => chosen('line:' + name) && column[t] !== null)
      .map(([name, column]) => cell(name, price(column[t])));
  }

  function state(bar) {
    const {states} = data();
    return states.kinds[states.bars[bar]].words;
  }

  function remarks(bar) {
    const {patterns, slots} = data();
    const found = patterns.filter((match) => match.bar === bar)
      .map((match) => match.name + (match.direction > 0 ? ' up' : ' down'));
    return found.concat(slots.get(bar) || []);
  }

  function time(bar) {
    const {opens, trading} = data();
    return /^(1d|1w|1mo)$/.test(trading) ? times.day(opens[bar]) : times.minute(opens[bar]);
  }

  return {
    show(bar, chosen) {
      const coming = bar >= data().size;
      const cells = coming
        ? [cell('Bar', 'the coming one')].concat(levelCells(data().size))
        : [cell('Opens', time(bar), '', times.utc(data().opens[bar]))].concat(barCells(bar), levelCells(bar), [cell('State', state(bar))]);
      cells.push(...lineCells(Math.min(bar, data().size), chosen));
      if (!coming && remarks(bar).length > 0) {
        cells.push(cell('Seen', remarks(bar).join(', ')));
      }
      shown.replaceChildren(...cells);
    },
    speak(bar) {
      const {close, size, levels} = data();
      spoken.textContent = bar >= size
        ? 'coming bar, PLdot ' + price(levels.pldot[size])
        : time(bar) + ', close ' + price(close[bar]) + ', PLdot ' + price(levels.pldot[bar]) + ', ' + state(bar);
    }
  };
};
