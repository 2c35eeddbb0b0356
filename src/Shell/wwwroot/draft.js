// Never lose a keystroke: a form with data-draft="name" is kept every 2 s and on blur at /drafts/{name}, and on this device until the server has it.
//   PUT /drafts/{name}    {"fields": {"name": ["value", ...]}}   204   (header RequestVerificationToken from the form's own field)
//   GET /drafts/{name}    {"fields": ..., "savedAt": "ISO instant"} or 204 when there is none
//   DELETE /drafts/{name} the server itself forgets a draft once the form is accepted; nothing here deletes it
// The state is said in [data-draft-state] inside the form. Passwords, files and [data-no-draft] are never kept.
for (const form of document.querySelectorAll('form[data-draft]')) keep(form);

function keep(form) {
  const name = form.dataset.draft;
  const address = `/drafts/${encodeURIComponent(name)}`;
  const local = `belfry-draft:${name}`;
  const state = form.querySelector('[data-draft-state]');
  let saved = JSON.stringify(read(form));
  let sent = false;
  let timer = null;
  let pending = 0;
  let chain = Promise.resolve();

  restore();
  form.addEventListener('input', () => { timer ??= setTimeout(save, 2_000); });
  form.addEventListener('change', save);
  form.addEventListener('focusout', save);
  // A draft still on its way must not arrive after the form and come back as if it had not been sent.
  form.addEventListener('submit', event => {
    sent = true;
    clearTimeout(timer);
    if (!pending) return;
    event.preventDefault();
    Promise.race([chain, new Promise(done => setTimeout(done, 1_500))]).then(() => { pending = 0; form.requestSubmit(event.submitter); });
  });
  addEventListener('pagehide', () => { if (!sent) save(); });
  document.addEventListener('visibilitychange', () => { if (document.hidden && !sent) save(); });
  addEventListener('online', () => { if (localStorage.getItem(local)) save(true); });

  function save(force) {
    clearTimeout(timer);
    timer = null;
    const fields = read(form);
    const text = JSON.stringify(fields);
    if (sent || (text === saved && force !== true)) return;
    saved = text;
    hold(text);
    // One after the other: an older draft must not overtake a newer one.
    pending++;
    chain = chain.then(async () => {
      try {
        const answer = await fetch(address, {
          method: 'PUT', keepalive: true,
          headers: { 'Content-Type': 'application/json', RequestVerificationToken: form.elements.__RequestVerificationToken?.value ?? '' },
          body: `{"fields":${text}}`,
        });
        if (!answer.ok) throw new Error(answer.status);
        if (localStorage.getItem(local) === text) localStorage.removeItem(local);
        say('saved', new Date());
      } catch {
        say('cut');
        timer ??= setTimeout(() => save(true), 5_000);
      } finally { pending--; }
    });
  }

  function hold(text) { try { localStorage.setItem(local, text); } catch { /* full or forbidden: the server copy remains */ } }

  async function restore() {
    // A form that came back with problems holds what was posted, which is newer than any draft.
    if (form.dataset.draftRestore === 'no') return;
    const before = saved;
    let held = localStorage.getItem(local);
    let at = null;
    if (!held) {
      try {
        const answer = await fetch(address, { headers: { Accept: 'application/json' } });
        if (answer.status !== 200) return;
        const draft = await answer.json();
        [held, at] = [JSON.stringify(draft.fields), draft.savedAt];
      } catch { return; }
    }
    // Who typed before the draft came keeps what was typed.
    if (JSON.stringify(read(form)) !== before || held === before) return;
    write(form, JSON.parse(held));
    saved = JSON.stringify(read(form));
    say('restored', at ? new Date(at) : new Date());
    if (!at) save(true);
  }

  function say(what, time) {
    if (!state) return;
    const clock = time && new Intl.DateTimeFormat('en-GB', { timeZone: document.documentElement.dataset.zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(time);
    state.textContent = (state.dataset[what] ?? '').replace('{0}', clock ?? '');
  }
}

function* kept(form) {
  for (const field of form.elements) {
    if (!field.name || field.name.startsWith('__') || field.dataset.noDraft !== undefined) continue;
    if (['password', 'file', 'submit', 'button', 'reset', 'fieldset'].includes(field.type)) continue;
    yield field;
  }
}

function read(form) {
  const fields = {};
  for (const field of kept(form)) {
    const values = fields[field.name] ??= [];
    if (field.type === 'checkbox' || field.type === 'radio') { if (field.checked) values.push(field.value); }
    else if (field.multiple) values.push(...[...field.selectedOptions].map(option => option.value));
    else values.push(field.value);
  }
  return fields;
}

function write(form, fields) {
  const left = structuredClone(fields);
  for (const field of kept(form)) {
    const values = left[field.name];
    if (!values) continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value);
    else if (values.length) field.value = values.shift();
    field.dispatchEvent(new Event('belfry:restored', { bubbles: true }));
  }
}
