// Counts while typing: segments and cost per language, people per channel, what the area is. The server counts; this only asks and shows.
const form = document.querySelector('form[data-count]');
if (form) {
  const shown = form.querySelector('[data-counted]');
  let timer = null;
  let asking = null;
  const soon = () => { clearTimeout(timer); timer = setTimeout(count, 400); };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('belfry:restored', soon);
  document.addEventListener('belfry:drawn', soon);
  count();

  async function count() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.count, { method: 'POST', body: new FormData(form), signal: asking.signal, headers: { Accept: 'application/json' } });
      if (answer.ok) show(await answer.json());
    } catch { /* cut or overtaken: the next keystroke asks again */ }
  }

  function show(found) {
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    shown.replaceChildren();
    if (found.area) { const line = document.createElement('p'); line.className = 'muted'; line.textContent = found.area; shown.append(line); }
    shown.hidden = false;
    for (const { label, value, spread, source } of found.figures) shown.append(figure(label, numbers.format(value), spread ? `\u00a0±\u00a0${numbers.format(spread)}` : '', source));
    for (const sentence of found.suppressed) { const line = document.createElement('p'); line.className = 'muted'; line.textContent = sentence; shown.append(line); }
    for (const text of found.texts) {
      const place = form.querySelector(`[data-segments="${text.language}"]`);
      if (!place) continue;
      place.replaceChildren(text.words);
      if (text.offer) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button quiet';
        button.textContent = text.offerWords;
        button.addEventListener('click', () => { form.elements[`texts.${text.language.toLowerCase()}.sms`].value = text.offer; soon(); });
        place.append(' ', button);
      }
    }
  }

  function figure(label, value, spread, source) {
    const box = document.createElement('div');
    box.className = 'figure';
    const name = document.createElement('div');
    name.className = 'figure-label';
    name.textContent = label;
    const number = document.createElement('div');
    number.className = 'figure-value';
    number.textContent = value;
    const about = document.createElement('span');
    about.className = 'figure-spread';
    about.textContent = spread;
    number.append(about);
    const from = document.createElement('div');
    from.className = 'figure-source';
    from.textContent = source ?? '';
    box.append(name, number, from);
    return box;
  }
}
