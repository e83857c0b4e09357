// Keeps the page up to date: the server sends the part of the page that changed. Connects again by itself, sooner at first.
'use strict';

const shown = document.getElementById('shown');
const connection = document.getElementById('connection');
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10000;
let pause = FIRST_PAUSE;
let lostAt = null;

function tell(state, text) {
  connection.dataset.state = state;
  connection.textContent = text;
}

function connect() {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/live');
  socket.onopen = () => {
    pause = FIRST_PAUSE;
    lostAt = null;
    tell('live', 'live');
  };
  socket.onmessage = (message) => {
    if (shown) {
      shown.innerHTML = message.data;
    }
  };
  socket.onclose = () => {
    lostAt = lostAt || new Date();
    tell('lost', 'not live since ' + lostAt.toLocaleTimeString() + ', connecting again');
    setTimeout(connect, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  };
}

connect();
