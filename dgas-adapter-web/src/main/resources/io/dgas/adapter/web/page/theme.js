// Lets the reader choose the colours of all pages; the server reads the choice from the cookie, so that no page shows others first.
'use strict';

const themes = document.getElementById('themes');
const A_YEAR = 31536000;
themes.hidden = false;
themes.addEventListener('change', (chosen) => {
  const theme = chosen.target.value;
  document.documentElement.dataset.theme = theme;
  document.cookie = 'dgas-theme=' + theme + ';path=/;max-age=' + A_YEAR + ';samesite=strict';
  document.dispatchEvent(new CustomEvent('dgas:theme', {detail: theme}));
});
