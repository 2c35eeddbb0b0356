// The frame's own small acts: theme, clock, menus, and the four modules that a page may need. A page works without any of it.
import './live.js';
import './draft.js';
import './keys.js';
import './palette.js';

const root = document.documentElement;

// Dark or light: kept in a cookie so that the server draws the next page right at once.
document.addEventListener('click', event => {
  if (!event.target.closest('[data-theme-switch]')) return;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  document.cookie = `belfry-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  document.dispatchEvent(new Event('belfry:theme'));
});

// The clock runs on from the server's instant: a laptop's own clock is not to be trusted.
const clock = document.querySelector('[data-clock]');
const offset = clock ? Date.parse(clock.dataset.clock) - Date.now() : 0;
if (clock) {
  const zone = root.dataset.zone;
  const local = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const utc = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const tick = () => {
    const now = Date.now() + offset;
    clock.querySelector('.clock-local').textContent = local.format(now);
    clock.querySelector('.clock-utc').textContent = `${utc.format(now)} UTC`;
    setTimeout(tick, 1000 - (now % 1000));
  };
  tick();
}

// "3 min ago" stays true. The words are those of Spoken.cs.
const words = {
  nl: ['zojuist', '{0} geleden', 'over {0}', 'u'],
  fr: ['à l’instant', 'il y a {0}', 'dans {0}', 'h'],
  de: ['gerade eben', 'vor {0}', 'in {0}', 'Std.'],
  en: ['just now', '{0} ago', 'in {0}', 'h'],
}[root.lang] ?? [];
export function tellTimes() {
  for (const time of document.querySelectorAll('time[data-relative]')) {
    const past = (Date.now() + offset - Date.parse(time.dateTime)) / 1000;
    const seconds = Math.abs(past);
    if (seconds >= 86400 || !words.length) continue;
    const amount = seconds < 3570 ? `${Math.max(1, Math.round(seconds / 60))} min` : `${Math.round(seconds / 3600)} ${words[3]}`;
    time.textContent = seconds < 30 ? words[0] : words[past > 0 ? 1 : 2].replace('{0}', amount);
  }
}
setInterval(tellTimes, 20000);

// Menus close on Escape and on a click elsewhere.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = document.activeElement?.closest?.('details.menu[open]');
  if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
});
