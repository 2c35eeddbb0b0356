// Passkeys: asks the server for a challenge, the device for an answer, and posts it. One-time links: what stands behind # goes into the form.
const post = (form, address, body) => fetch(address, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'RequestVerificationToken': form.elements.__RequestVerificationToken.value },
  body,
});

const refused = async (form, answer) => {
  const problem = await answer.json().catch(() => ({}));
  if (problem.problems?.[0]?.code === 'SHELL-002' && form.dataset.stepUp) {
    location.assign(form.dataset.stepUp);
    return;
  }
  say(form, problem.title ?? answer.statusText);
};

const say = (form, sentence) => {
  const place = form.querySelector('[role=alert]');
  place.textContent = sentence ?? place.dataset.unsupported;
  place.hidden = false;
};

const ask = async form => {
  const asked = await post(form, form.dataset.options, '{}');
  if (!asked.ok) return refused(form, asked);
  const options = await asked.json();
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const posted = { credential: JSON.stringify(credential) };
  if (form.elements.name) posted.name = form.elements.name.value;
  const answer = await post(form, form.dataset.finish, JSON.stringify(posted));
  if (!answer.ok) return refused(form, answer);
  location.assign((await answer.json()).to);
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    ask(form).catch(() => say(form));
  });
}

for (const form of document.querySelectorAll('form[data-link]')) {
  if (location.hash.length > 1) {
    form.elements.link.value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    form.requestSubmit();
  }
}
