/*
 * Listens to a form that htmx saves as one types. Every answer but "saved" is said, with the reason and since when; what
 * may pass is tried again: by itself, and as soon as the line is back or somebody comes back to the window.
 */
import texts from './texts.js';
import { momentIn } from './kept-offer.js';

const FIRST_MS = 5_000;
const LONGEST_MS = 60_000;
const PAUSE_MS = 1_500;
/** How long a button waits for a save that is on its way. */
const LONGEST_WAIT_MS = 8_000;
const PASSES = ['offline', 'server', 'strange', 'session', 'somebodyElse'];

/** A token for the page as it is now, and the name of whoever is signed in; throws when nothing answers. */
export async function freshToken() {
  const answer = await fetch('/form-token', { cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Into every form of the page, also where it stands in the address. */
function renewToken(token) {
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = token;
  for (const attribute of ['action', 'formaction'])
    for (const element of document.querySelectorAll(`[${attribute}*="_csrf="]`))
      element.setAttribute(
        attribute,
        element.getAttribute(attribute).replace(/_csrf=[^&]*/, `_csrf=${encodeURIComponent(token)}`),
      );
}

const pieceIn = (html) => new DOMParser().parseFromString(html, 'text/html');

/** What an answer of the server is: null when it is the foot of the form, else why nothing was saved. */
function judge({ raw, status }, html) {
  if (raw.redirected) return new URL(raw.url).pathname === '/sign-in' ? 'session' : 'strange';
  if (status === 200) return pieceIn(html).querySelector('#saved') ? null : 'strange';
  if (status === 401 || status === 403) return 'session';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) return 'server';
  return status >= 400 ? 'refused' : 'strange';
}

/** `words`: what is known of what was typed (`kept-forms.js`). */
export function autosave(form, words) {
  let failure = null;
  let sent = null;
  let wait = FIRST_MS;
  let timer = null;
  /** A save that is on its way, and the button that waits for its answer. */
  let pending = false;
  let waiting = null;
  /** Whether the token was renewed since the last save: if that did not help, it is something else. */
  let renewed = false;

  const save = () => form.dispatchEvent(new CustomEvent('save'));

  function say(reason, text) {
    const place = form.querySelector('#saved [data-said]');
    place.parentElement.classList.add('unsaved');
    const why = texts[`kept.${reason}`].replace('{reason}', text ?? '');
    const since = texts['kept.unsaved']
      .replace('{at}', momentIn(form.dataset.zone)(words.since() ?? Date.now()))
      .replace('{reason}', why);
    const said = `${since} ${texts['kept.here']} `;
    // It is read out once, and not with each try.
    if (place.dataset.said === said) return;
    place.dataset.said = said;
    place.replaceChildren(said);
    if (reason !== 'session') return;
    const link = document.createElement('a');
    link.href = `/sign-in?next=${encodeURIComponent(form.elements._form.value)}`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = texts['kept.signIn'];
    place.append(link);
  }

  function failed(reason, text) {
    failure = reason;
    words.keep();
    say(reason, text);
    clearTimeout(timer);
    if (!PASSES.includes(reason)) return;
    timer = setTimeout(again, wait);
    wait = Math.min(2 * wait, LONGEST_MS);
  }

  /** Another session may have begun: the page's token is of the old one. */
  async function renew() {
    const { token, person } = await freshToken();
    if (form.dataset.person) {
      if (person === null) return failed('session');
      if (!form.dataset.keeper.split(' ').some((one) => one.startsWith(`${person}.`)))
        return failed('somebodyElse');
    }
    renewToken(token);
    renewed = true;
    save();
  }

  function again() {
    clearTimeout(timer);
    if (failure === 'session' || failure === 'somebodyElse') renew().catch(() => failed('offline'));
    else if (failure) save();
  }
  const comeBack = () => {
    if (PASSES.includes(failure) && document.visibilityState === 'visible') again();
  };
  for (const event of ['online', 'focus', 'pageshow']) addEventListener(event, comeBack);
  document.addEventListener('visibilitychange', comeBack);

  function done() {
    pending = false;
    const go = waiting;
    waiting = null;
    go?.();
  }

  const own = (listener) => (event) => {
    if (event.detail.ctx?.sourceElement === form) listener(event, event.detail.ctx);
  };
  form.addEventListener(
    'htmx:config:request',
    own(() => (sent = words.now())),
  );
  form.addEventListener(
    'htmx:before:request',
    own(() => (pending = true)),
  );
  // The foot is in its place by then.
  form.addEventListener('htmx:finally:request', own(done));
  form.addEventListener(
    'htmx:error',
    own(() => failed('offline')),
  );
  form.addEventListener(
    'htmx:after:request',
    own((event, { response, text }) => {
      const reason = judge(response, text);
      if (reason === null) return saved(pieceIn(text).querySelector('#saved'));
      event.preventDefault();
      const said = pieceIn(text).querySelector('[data-reason]')?.textContent;
      if (reason !== 'session') return failed(reason === 'refused' && !said ? 'strange' : reason, said);
      if (renewed && response.status === 403) {
        renewed = false;
        return failed('refused', said);
      }
      return renew().catch(() => failed('offline'));
    }),
  );

  function saved(piece) {
    renewed = false;
    clearTimeout(timer);
    wait = FIRST_MS;
    failure = null;
    // The server read it, and says itself why it could not be saved.
    if (!piece.hasAttribute('data-saved')) return;
    words.saved(sent, piece.dataset.form);
    // What was typed while it was on the way is not in it.
    if (words.now() !== sent) timer = setTimeout(save, PAUSE_MS);
  }

  /**
   * Whether a button has to wait: what it sends would be written over what is just being saved, and look like a change
   * by somebody else. `go` is called once, with the answer or without.
   */
  return function hold(go) {
    if (!pending) return false;
    if (waiting === null) setTimeout(done, LONGEST_WAIT_MS);
    waiting = go;
    return true;
  };
}

// What helps to write (`web/writing`) is loaded when somebody begins to: a script of its own would make each form heavier.
document.addEventListener('focusin', ({ target }) => {
  const tools = document.getElementById('writing-tools');
  if (tools && target.matches('textarea[data-marked]')) void import(tools.dataset.script);
});
