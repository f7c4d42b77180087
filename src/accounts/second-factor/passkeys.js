/* Asks the browser for a passkey, and sends what it answers with the form. */
(() => {
  const form = document.querySelector('form[data-passkey]');
  if (!form) return;
  const library = globalThis.SimpleWebAuthnBrowser;
  const show = (name, shown) => {
    form.querySelector(`[data-${name}]`).hidden = !shown;
  };
  if (!library?.browserSupportsWebAuthn()) {
    show('unsupported', true);
    return;
  }
  const registers = form.dataset.passkey === 'register';
  const begin = registers ? library.startRegistration : library.startAuthentication;
  const ask = async () => {
    show('failed', false);
    const answer = await begin({ optionsJSON: JSON.parse(form.dataset.options) });
    form.elements.response.value = JSON.stringify(answer);
    form.submit();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask().catch(() => show('failed', true));
  });
  // Who pressed "with a passkey" has said so already. Browsers that want it pressed here leave the button.
  if (!registers && form.dataset.at === 'once') ask().catch(() => show('failed', true));
})();
