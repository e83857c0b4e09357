// Moving about: wheel and pinch change the scale, dragging and the arrow keys move along; always within what there is.
'use strict';

dgasChart.moves = (plot, root, handlers) => {
  const FEWEST = 12;
  const STEP = 1.25;
  const over = plot.over;
  const pointers = new Map();

  const span = () => [plot.scales.x.min, plot.scales.x.max];

  function to(min, max) {
    const {first, last} = handlers.limits();
    const width = Math.min(Math.max(max - min, FEWEST), last - first);
    const from = Math.min(Math.max((min + max - width) / 2, first), last - width);
    plot.setScale('x', {min: from, max: from + width});
  }

  function zoom(factor, at) {
    const [min, max] = span();
    to(at - (at - min) * factor, at + (max - at) * factor);
  }

  function pan(share) {
    const [min, max] = span();
    to(min + share * (max - min), max + share * (max - min));
  }

  const middle = () => (span()[0] + span()[1]) / 2;
  const under = (event) => plot.posToVal(event.clientX - over.getBoundingClientRect().left, 'x');

  over.addEventListener('wheel', (event) => {
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      pan(event.deltaX / over.clientWidth);
    } else {
      zoom(event.deltaY > 0 ? STEP : 1 / STEP, under(event));
    }
  }, {passive: false});
  over.addEventListener('dblclick', () => handlers.home());

  over.addEventListener('pointerdown', (event) => {
    over.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event.clientX);
  });
  over.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) {
      return;
    }
    const before = [...pointers.values()];
    const moved = event.clientX - pointers.get(event.pointerId);
    pointers.set(event.pointerId, event.clientX);
    const now = [...pointers.values()];
    if (now.length === 1) {
      pan(-moved / over.clientWidth);
    } else {
      const distance = (pair) => Math.max(20, Math.abs(pair[0] - pair[1]));
      zoom(distance(before) / distance(now), middle());
    }
  });
  ['pointerup', 'pointercancel'].forEach((end) => over.addEventListener(end, (event) => pointers.delete(event.pointerId)));

  const keys = {
    ArrowLeft: (event) => (event.shiftKey ? pan(-0.2) : handlers.step(-1)),
    ArrowRight: (event) => (event.shiftKey ? pan(0.2) : handlers.step(1)),
    PageUp: () => pan(-0.8),
    PageDown: () => pan(0.8),
    Home: () => to(handlers.limits().first, handlers.limits().first + span()[1] - span()[0]),
    End: () => handlers.home(),
    Escape: () => handlers.home(),
    '+': () => zoom(1 / STEP, middle()),
    '=': () => zoom(1 / STEP, middle()),
    '-': () => zoom(STEP, middle())
  };
  root.querySelector('.plot').addEventListener('keydown', (event) => {
    const key = keys[event.key];
    if (key && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      key(event);
    }
  });
  return {to, zoomIn: () => zoom(1 / STEP, middle()), zoomOut: () => zoom(STEP, middle()), back: () => pan(-0.5), on: () => pan(0.5), span};
};
