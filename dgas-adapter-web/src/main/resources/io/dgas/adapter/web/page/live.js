// Keeps the page up to date. The server sends the parts that changed, which are put in place without touching what did not change, so
// that focus, scrolling and what is opened stay; and events, which elements that listen to them are told as dgas:… Connects again by
// itself, sooner at first, and says plainly while it is not live.
'use strict';

(() => {
  const FIRST_PAUSE = 500;
  const LONGEST_PAUSE = 10000;
  const LONGEST_SILENCE = 20000;
  const connection = document.getElementById('connection');
  let pause = FIRST_PAUSE;
  let hasBeenLive = false;
  let heard = Date.now();
  let socket;

  const parts = () => [...document.querySelectorAll('[data-part]')];

  function tell(state, text) {
    if (connection.dataset.state !== state || connection.textContent !== text) {
      connection.dataset.state = state;
      connection.textContent = text;
      document.documentElement.dataset.live = state;
    }
  }

  function tellLost() {
    const moment = document.querySelector('[data-part="moment"] time');
    tell('lost', 'not live' + (moment ? ', as of ' + moment.textContent : '') + '; connecting again');
  }

  // Makes an element's children those of another, keeping each that is the same by its key, its id, or its place and name.
  function morph(old, fresh) {
    const keyed = new Map();
    for (const child of old.children) {
      const key = keyOf(child);
      if (key) {
        keyed.set(key, child);
      }
    }
    let place = old.firstChild;
    for (const next of [...fresh.childNodes]) {
      const key = keyOf(next);
      let match = key ? keyed.get(key) : null;
      if (!key && place && !keyOf(place) && place.nodeType === next.nodeType && place.nodeName === next.nodeName) {
        match = place;
      }
      if (match) {
        if (match === place) {
          place = place.nextSibling;
        } else {
          old.insertBefore(match, place);
        }
        update(match, next);
      } else {
        if (key && hasBeenLive && next.hasAttribute('data-fresh')) {
          next.classList.add('fresh');
        }
        old.insertBefore(next, place);
      }
    }
    while (place) {
      const gone = place;
      place = place.nextSibling;
      gone.remove();
    }
  }

  function keyOf(node) {
    return node.nodeType === Node.ELEMENT_NODE ? node.dataset.key || node.id || '' : '';
  }

  function update(old, fresh) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== fresh.nodeValue) {
        old.nodeValue = fresh.nodeValue;
      }
      return;
    }
    if (old.isEqualNode(fresh)) {
      return;
    }
    for (const {name} of [...old.attributes]) {
      // what the reader opened stays open
      if (!fresh.hasAttribute(name) && name !== 'open') {
        old.removeAttribute(name);
      }
    }
    for (const {name, value} of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) {
        old.setAttribute(name, value);
      }
    }
    morph(old, fresh);
  }

  function show(message) {
    const part = document.getElementById('part-' + message.part);
    if (part) {
      const fresh = document.createElement('template');
      fresh.innerHTML = message.html;
      morph(part, fresh.content);
      part.dataset.version = message.version;
      if (window.htmx) {
        window.htmx.process(part);
      }
    }
  }

  // An element listens to the events it names in data-listen; one with a data-symbol only to those of its symbol, or of any.
  function happened(event, symbols) {
    const detail = {event, symbols};
    for (const element of document.querySelectorAll('[data-listen]')) {
      const symbol = element.dataset.symbol;
      const isNamed = event === 'anything' || element.dataset.listen.split(' ').includes(event);
      if (isNamed && (!symbol || symbols.length === 0 || symbols.includes(symbol))) {
        element.dispatchEvent(new CustomEvent('dgas:changed', {detail}));
      }
    }
    document.dispatchEvent(new CustomEvent('dgas:' + event, {detail}));
  }

  function address() {
    const has = parts().map((part) => 'has=' + encodeURIComponent(part.dataset.part + ':' + part.dataset.version));
    return location.origin.replace(/^http/, 'ws') + '/live?' + has.join('&');
  }

  function connect() {
    heard = Date.now();
    socket = new WebSocket(address());
    socket.onopen = () => {
      pause = FIRST_PAUSE;
      heard = Date.now();
      tell('live', 'live');
      if (hasBeenLive) {
        happened('anything', []);
      }
      hasBeenLive = true;
    };
    socket.onmessage = (received) => {
      heard = Date.now();
      const message = JSON.parse(received.data);
      if (message.part) {
        show(message);
      } else {
        happened(message.event, message.symbols);
      }
    };
    socket.onclose = () => {
      tellLost();
      askWhetherSignedOut();
      setTimeout(connect, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    };
  }

  // A connection that is refused does not say why; the page itself does, by leading to the login.
  function askWhetherSignedOut() {
    fetch(location.href, {headers: {Accept: 'text/html'}, redirect: 'manual'}).then((answer) => {
      if (answer.type === 'opaqueredirect') {
        location.reload();
      }
    }).catch(() => {});
  }

  // A connection can be gone without anybody noticing; the server says something every few seconds.
  setInterval(() => {
    if (Date.now() - heard > LONGEST_SILENCE && socket.readyState === WebSocket.OPEN) {
      tellLost();
      socket.close();
    }
  }, 1000);

  connect();
})();
