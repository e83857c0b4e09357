// Colours of the drawing, read from the style of the page, so that they follow the theme.
'use strict';

dgasChart.palette = (root) => {
  const probe = document.createElement('span');
  probe.hidden = true;
  root.append(probe);
  const read = (name) => {
    probe.style.color = 'var(--' + name + ')';
    return getComputedStyle(probe).color;
  };
  const names = ['text', 'quiet', 'line', 'panel', 'accent', 'good', 'bad', 'up', 'down', 'chart-dot', 'chart-higher'];
  const colours = Object.fromEntries(names.map((name) => [name, read(name)]));
  colours.font = (size) => size + 'px ' + getComputedStyle(root).fontFamily;
  probe.remove();
  return colours;
};
