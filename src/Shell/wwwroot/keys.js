// Single keys, never while typing, never with a modifier. Shortcuts.razor shows the list behind "?".
const typing = target => target?.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog, .maplibregl-canvas');
const go = id => { const target = document.getElementById(id); if (!target) return false; if (getComputedStyle(target).display === 'none') location.hash = id; target.focus(); return true; };

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const act = {
    '?': help,
    '/': () => { const filter = document.querySelector('[data-filter]'); filter?.focus(); return !!filter; },
    j: () => row(1),
    k: () => row(-1),
    m: () => go('map') && (document.querySelector('#map canvas')?.focus(), true),
    w: () => go('work'),
    t: () => { const map = document.querySelector('[data-map]'); map?.dispatchEvent(new Event('belfry:twin')); return !!map; },
  }[event.key];
  if (act?.()) event.preventDefault();
});
document.addEventListener('click', event => { if (event.target.closest('[data-keys]')) help(); });

function help() {
  const dialog = document.getElementById('keys');
  if (!dialog) return false;
  dialog.showModal();
  return true;
}

function row(step) {
  const links = [...document.querySelectorAll('.row-link')];
  if (!links.length) return false;
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)].focus();
  return true;
}
