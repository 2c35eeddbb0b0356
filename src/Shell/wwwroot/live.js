// Live: one EventSource per topic named by [data-topic] (space separated) on any element. The server sends
//   event: swap  data: {"id": "...", "html": "..."}   the element with that data-live is replaced; without html the page is asked again for it
//   event: beat                                       nothing new, but the line stands; sent at least every 15 s
// A line silent for 40 s or cut is said in the top bar, and what hung on it is shown as stale until it is back.
const silence = 40_000;
const topics = new Set([...document.querySelectorAll('[data-topic]')].flatMap(one => one.dataset.topic.split(/\s+/)).filter(Boolean));
const heard = new Map();
const late = new Map();
let cutSince = null;

for (const topic of topics) listen(topic);
if (topics.size) setInterval(watch, 5_000);

function listen(topic) {
  const source = new EventSource(`/live/${encodeURIComponent(topic)}`);
  const alive = () => { heard.set(topic, Date.now()); watch(); };
  heard.set(topic, Date.now());
  // After a cut the page may have missed swaps: ask for everything live again.
  let first = true;
  // What changed between the drawing of the page and the opening of the line would be missed: one look.
  source.addEventListener('open', () => { if (first) { first = false; refresh(topic); } if (cutSince !== null) for (const one of document.querySelectorAll('[data-live]')) refresh(one.dataset.live); alive(); });
  source.addEventListener('beat', alive);
  source.addEventListener('swap', event => {
    alive();
    const { id, html } = JSON.parse(event.data);
    if (html === undefined) refresh(id); else swap(id, html);
  });
  source.addEventListener('error', () => {
    heard.set(topic, 0);
    watch();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(topic), 5_000);
  });
}

function watch() {
  const cut = [...heard.values()].some(at => Date.now() - at > silence);
  if (cut === (cutSince !== null)) return;
  cutSince = cut ? Date.now() : null;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: document.documentElement.dataset.zone, hour: '2-digit', minute: '2-digit' }).format(Date.now());
  for (const state of document.querySelectorAll('[data-live-state]')) {
    state.hidden = !cut;
    state.textContent = cut ? state.dataset.text.replace('{0}', time) : '';
  }
  for (const one of document.querySelectorAll('[data-live]')) one.toggleAttribute('data-stale', cut);
}

// What the user is typing in is never replaced under the hands: it waits until the focus leaves.
function swap(id, html) {
  for (const old of shown(id)) swapOne(id, old, html);
}

const shown = (id, page = document) => [...page.querySelectorAll(`[data-live="${CSS.escape(id)}"]`)];

function swapOne(id, old, html) {
  if (!old.isConnected) return;
  if (old.contains(document.activeElement) && document.activeElement.matches('input, textarea, select, [contenteditable]')) {
    if (!late.has(old)) old.addEventListener('focusout', () => setTimeout(() => { const last = late.get(old); late.delete(old); swapOne(id, old, last); }), { once: true });
    late.set(old, html);
    return;
  }
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const fresh = holder.content.firstElementChild;
  if (!fresh) { old.remove(); return; }
  // A drawn map keeps its canvas and takes the new areas.
  if (old.dataset.map && fresh.dataset.map) {
    if (old.dataset.map !== fresh.dataset.map) { old.dataset.map = fresh.dataset.map; old.dispatchEvent(new Event('belfry:areas')); }
    return;
  }
  if (same(old, fresh)) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') ?? document.activeElement.id : null;
  old.replaceWith(fresh);
  if (focused) (document.getElementById(focused) ?? fresh.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus();
  fresh.toggleAttribute('data-fresh', true);
  setTimeout(() => fresh.removeAttribute('data-fresh'), 1_300);
  for (const one of [fresh, ...fresh.querySelectorAll('[data-topic]')]) for (const topic of (one.dataset.topic ?? '').split(/\s+/)) if (topic && !topics.has(topic)) { topics.add(topic); listen(topic); }
  document.dispatchEvent(new CustomEvent('belfry:swap', { detail: { id, element: fresh } }));
}

// Alike but for the tokens of its forms and marks of our own.
function same(old, fresh) {
  const [one, other] = [old, fresh].map(part => { const copy = part.cloneNode(true); for (const token of copy.querySelectorAll('[name="__RequestVerificationToken"]')) token.remove(); copy.removeAttribute('data-fresh'); copy.removeAttribute('data-stale'); return copy; });
  return one.isEqualNode(other);
}

// Many notices in one moment ask for the page once.
let asking = null;
const asked = new Set();
function refresh(id) {
  asked.add(id);
  asking ??= setTimeout(async () => {
    asking = null;
    const ids = [...asked];
    asked.clear();
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok || new URL(answer.url).pathname === '/sign-in') return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const one of ids) {
        const fresh = shown(one, page);
        shown(one).forEach((old, at) => swapOne(one, old, fresh[at]?.outerHTML ?? ''));
      }
      for (const map of document.querySelectorAll('[data-map][data-live]')) { const fresh = page.getElementById(map.id); if (fresh) swapOne(map.dataset.live, map, fresh.outerHTML); }
    } catch { /* the line is cut: watch says so, and the next open asks again */ }
  }, 150);
}
