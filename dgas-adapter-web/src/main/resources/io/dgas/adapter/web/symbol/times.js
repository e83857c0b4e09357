// Times as the exchange writes them, and numbers as its prices are written.
'use strict';

window.dgasChart = {};

dgasChart.times = (() => {
  const format = (options) => new Intl.DateTimeFormat('en-GB', {timeZone: 'America/New_York', hourCycle: 'h23', ...options});
  const minute = format({weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
  const day = format({weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'});
  const date = format({day: 'numeric', month: 'short'});
  const month = format({month: 'short', year: '2-digit'});
  const clock = format({hour: '2-digit', minute: '2-digit'});
  const at = (seconds) => new Date(seconds * 1000);
  return {
    minute: (seconds) => minute.format(at(seconds)).replace(/,/g, ''),
    day: (seconds) => day.format(at(seconds)).replace(/,/g, ''),
    date: (seconds) => date.format(at(seconds)),
    month: (seconds) => month.format(at(seconds)),
    clock: (seconds) => clock.format(at(seconds)),
    utc: (seconds) => at(seconds).toISOString().replace('T', ' ').replace('.000Z', ' UTC')
  };
})();

dgasChart.price = (value) => (value === null || value === undefined ? '–' : value.toFixed(Math.abs(value) >= 1 ? 2 : 4));
