// Ctrl-K: every action and object by name. The endpoint answers GET ?q= with [{name, detail, address, icon}], best first, at most 20.
const dialog = document.getElementById('palette');
if (dialog) {
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('ul');
  const note = dialog.querySelector('.palette-note');
  let chosen = -1;
  let wait = null;
  let due = false; // what is listed answers an earlier text
  let asking = null;
  let follow = false; // Enter was pressed before the answer to what stands in the field was there

  const open = () => { if (!dialog.open) dialog.showModal(); input.select(); follow = false; ask(); };
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') { event.preventDefault(); open(); }
  });
  document.addEventListener('click', event => { if (event.target.closest('[data-palette]')) open(); });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => { follow = false; });
  input.addEventListener('input', () => { follow = false; due = true; clearTimeout(wait); wait = setTimeout(ask, 80); });
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') follow = false;
    if (step && list.children.length) { event.preventDefault(); choose((chosen + step + list.children.length) % list.children.length); }
    else if (event.key === 'Enter') { event.preventDefault(); if (due) follow = true; else list.children[chosen]?.click(); }
  });

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    due = true;
    try {
      const answer = await fetch(`${dialog.dataset.address}?q=${encodeURIComponent(input.value.trim())}`, { signal: asking.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(answer.status);
      const found = await answer.json();
      due = false;
      show(found);
      if (follow) list.children[chosen]?.click();
      follow = false;
    } catch (error) {
      if (error.name !== 'AbortError') { due = follow = false; show([]); note.textContent = dialog.dataset.cut; }
    }
  }

  function show(found) {
    list.replaceChildren(...found.map((one, at) => {
      const line = document.createElement('li');
      line.id = `palette-${at}`;
      line.setAttribute('role', 'option');
      const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      icon.setAttribute('class', 'icon');
      icon.setAttribute('aria-hidden', 'true');
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
      use.setAttribute('href', `/_content/Belfry.Shell/icons.svg#${one.icon ?? 'chevron-right'}`);
      icon.append(use);
      const name = document.createElement('span');
      name.textContent = one.name;
      const detail = document.createElement('span');
      detail.className = 'detail';
      detail.textContent = one.detail ?? '';
      line.append(icon, name, detail);
      // Only this host: an answer never leads elsewhere.
      line.addEventListener('click', () => { const to = new URL(one.address, location.href); if (to.origin === location.origin) location.assign(to); });
      line.addEventListener('pointermove', () => choose(at));
      return line;
    }));
    note.textContent = found.length ? '' : dialog.dataset.none;
    choose(found.length ? 0 : -1);
  }

  function choose(at) {
    chosen = at;
    for (const [index, line] of [...list.children].entries()) line.setAttribute('aria-selected', index === at);
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else { input.setAttribute('aria-activedescendant', `palette-${at}`); list.children[at].scrollIntoView({ block: 'nearest' }); }
  }
}
