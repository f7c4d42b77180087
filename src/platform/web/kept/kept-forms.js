/*
 * Keeps what is typed into a form in this browser until the server has it, and offers it when the form is opened again.
 * A form is one with `data-keeper` (`kept-attributes.ts`).
 */
import texts from './texts.js';
import { autosave, freshToken } from './autosave.js';
import { forget, forgetAll, holdsAny, keptBy, newId } from './kept-store.js';
import { offer } from './kept-offer.js';
import { differences, valuesOf, versionsOf, writeValues } from './kept-values.js';

const KEEP_MS = 300;
const TRY_MS = 5_000;

function keep(form) {
  const store = keptBy(form.dataset.keeper);
  const names = JSON.parse(form.dataset.names);
  const id = newId();
  const now = () => JSON.stringify(valuesOf(form));
  /** As the server has it; null when it has refused what stands in the form. */
  let base = form.dataset.refused ? null : JSON.stringify(valuesOf(form, true));
  let since = null;
  let timer = null;
  let hold = null;

  function keepNow() {
    clearTimeout(timer);
    timer = null;
    if (now() === base) {
      since = null;
      return store.drop(id);
    }
    since ??= Date.now();
    return store.put(id, { name: names[0], since, values: valuesOf(form), versions: versionsOf(form) });
  }
  const words = {
    now,
    since: () => since,
    keep: keepNow,
    /** The server has what was sent; from now on the form is opened at another address, when it says so. */
    saved(sent, address) {
      base = sent;
      since = null;
      if (address && form.elements._form.value !== address) {
        form.elements._form.value = address;
        names.unshift(`${address} ${form.getAttribute('action')}`);
        history.replaceState(history.state, '', address);
      }
      void keepNow();
    },
  };

  form.addEventListener('input', () => {
    since ??= Date.now();
    timer ??= setTimeout(keepNow, KEEP_MS);
  });
  const leave = () => {
    if (timer !== null) void keepNow();
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);
  form.addEventListener('submit', (event) => {
    void keepNow();
    if (!navigator.onLine) {
      event.preventDefault();
      return waitForLine(form, event.submitter);
    }
    if (hold?.(() => form.requestSubmit(event.submitter))) return event.preventDefault();
    sendWithoutFiles(event.submitter);
    sendAlong(event.submitter);
  });

  /** Which words the server may let go of: these, and those of the steps that led here. */
  function sendAlong(button) {
    const field = form.elements._kept ?? form.appendChild(document.createElement('input'));
    const ids = [...new Set([...field.value.split('.'), id])].filter(Boolean).slice(-4).join('.');
    Object.assign(field, { type: 'hidden', name: '_kept', value: ids });
    // Of a form with a file nothing but its address is read at once.
    const addIn = (element, attribute) => {
      const address = element.getAttribute(attribute).replace(/&_kept=[^&]*/, '');
      element.setAttribute(attribute, `${address}&_kept=${ids}`);
    };
    if (button?.hasAttribute('formenctype')) addIn(button, 'formaction');
    else if (form.enctype === 'multipart/form-data') addIn(form, 'action');
  }

  /** Without a file a form is sent as one without: what is refused is given back. */
  function sendWithoutFiles(button) {
    if (!button?.hasAttribute('formenctype')) return;
    if ([...form.elements].some((field) => field.type === 'file' && field.files.length > 0)) return;
    for (const attribute of ['formaction', 'formenctype']) button.removeAttribute(attribute);
  }

  async function offerKept() {
    // A browser fills in by itself what was typed before a reload.
    await keepNow();
    const others = (await store.all()).filter((one) => one.id !== id && names.includes(one.name));
    for (const one of others.reverse()) {
      const words = differences(form, one.values);
      if (words.length === 0) void store.drop(one.id);
      else
        offer(form, {
          at: one.at,
          words,
          zone: form.dataset.zone,
          changedSince: one.versions !== versionsOf(form),
          take() {
            writeValues(form, one.values);
            for (const fold of form.querySelectorAll('details.fold')) fold.open = true;
            since = one.since;
            void keepNow();
            void store.drop(one.id);
            form.dispatchEvent(new Event('input', { bubbles: true }));
          },
          drop: () => store.drop(one.id),
        });
    }
  }

  // What the browser filled in by itself is not left behind a fold.
  for (const fold of form.querySelectorAll('details.fold'))
    fold.open ||= [...fold.nextElementSibling.querySelectorAll('textarea')].some(({ value }) => value);
  hold = form.hasAttribute('hx-post') ? autosave(form, words) : null;
  void offerKept();
}

/** Sends it with the same button once the line is back; who goes on typing, or calls it off, has not sent anything. */
function waitForLine(form, submitter) {
  form.querySelector('[data-waits]')?.callOff();
  const stop = document.createElement('button');
  Object.assign(stop, { type: 'button', className: 'second', textContent: texts['kept.callOff'] });
  const box = document.createElement('div');
  box.className = 'notice';
  box.dataset.waits = '';
  box.setAttribute('role', 'status');
  box.append(texts['kept.waits'], ' ', stop);
  let timer = null;
  const send = () =>
    freshToken().then(
      () => {
        if (!box.isConnected) return;
        box.callOff();
        form.requestSubmit(submitter);
      },
      () => (timer = setTimeout(send, TRY_MS)),
    );
  box.callOff = () => {
    box.remove();
    clearTimeout(timer);
    removeEventListener('online', send);
    form.removeEventListener('input', box.callOff);
  };
  stop.addEventListener('click', box.callOff);
  form.addEventListener('input', box.callOff);
  addEventListener('online', send);
  (submitter?.parentElement ?? form).before(box);
}

/** Of a page behind a secret address: it opens without a line from now on. */
function openOffline(scope) {
  navigator.serviceWorker
    ?.register('/assets/offline.js', { scope })
    .then(({ installing, waiting, active }) => {
      const worker = installing ?? waiting ?? active;
      const tell = () => worker.state === 'activated' && worker.postMessage(location.pathname);
      worker.addEventListener('statechange', tell);
      tell();
    })
    .catch(() => {});
}

const saved = document.querySelector('meta[name="waymark-saved"]');
if (saved) forget(saved.content);
for (const form of document.querySelectorAll('form[data-keeper]')) keep(form);
const offline = document.querySelector('form[data-offline]');
if (offline) openOffline(offline.dataset.offline);

// Signing out leaves nothing behind.
for (const form of document.querySelectorAll('form[action="/sign-out"]'))
  form.addEventListener('submit', (event) => {
    if (holdsAny() && !confirm(texts['kept.signOut'])) event.preventDefault();
    else forgetAll();
  });

// A page that gives back what was refused: whoever signed in meanwhile, in another window, sends it with a new token.
const refused = document.querySelector('form[data-again]');
document.addEventListener('visibilitychange', async () => {
  if (!refused || document.visibilityState !== 'visible') return;
  const { token, person } = await freshToken().catch(() => ({}));
  const opener = refused.elements._opener?.value;
  if (token && (!opener || opener === person)) refused.elements._csrf.value = token;
});

// A link that htmx follows in place leads to its page when the answer is no piece of this one.
document.addEventListener('htmx:after:request', (event) => {
  const { sourceElement, response } = event.detail.ctx;
  if (!sourceElement.href || (response.raw.ok && !response.raw.redirected)) return;
  event.preventDefault();
  location.assign(sourceElement.href);
});
