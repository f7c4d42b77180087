/*
 * Lets a page behind a secret address be opened without a line, once it was open with one. It is encrypted with a key made
 * of that address, which is written nowhere: who has the address reads the page, as with a line, and nobody else who sits
 * at this browser. Nothing of an account ever comes here: this script is registered for secret addresses alone.
 */
const STORE = 'waymark-offline';
const LASTS_MS = 14 * 86_400_000;
const IV_BYTES = 12;
const { subtle } = crypto;

const digest = (text) => subtle.digest('SHA-256', new TextEncoder().encode(text));
/** Where a page lies: by this nobody finds the address. */
async function placeOf(path) {
  const bytes = new Uint8Array(await digest(`place ${path}`));
  return `/offline/${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
const keyOf = async (path) =>
  subtle.importKey('raw', await digest(`key ${path}`), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The path of a page that may be kept: directly below the scope, and without a query. */
function keptPath(address) {
  const { pathname, search } = new URL(address);
  const scope = new URL(self.registration.scope).pathname;
  const rest = pathname.startsWith(scope) ? pathname.slice(scope.length) : '';
  return rest !== '' && !rest.includes('/') && search === '' ? pathname : null;
}

/** Keeps what the server answered; lets go of it when the server says that there is nothing any more. */
async function keep(path, answer) {
  const store = await caches.open(STORE);
  const place = await placeOf(path);
  if (answer.redirected || [401, 403, 404, 410].includes(answer.status)) return store.delete(place);
  if (!answer.ok || !/^text\/html/.test(answer.headers.get('content-type') ?? '')) return false;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(path), await answer.arrayBuffer());
  const policy = answer.headers.get('content-security-policy');
  const headers = { 'x-kept': String(Date.now()), ...(policy && { 'x-policy': policy }) };
  return store.put(place, new Response(new Blob([iv, sealed]), { headers }));
}

async function kept(path) {
  const found = await (await caches.open(STORE)).match(await placeOf(path));
  if (!found || !(Number(found.headers.get('x-kept')) > Date.now() - LASTS_MS)) return Response.error();
  const bytes = new Uint8Array(await found.arrayBuffer());
  const [iv, sealed] = [bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES)];
  const page = await subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(path), sealed);
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // It may do no more than it might when it came.
      'content-security-policy': found.headers.get('x-policy') ?? "default-src 'none'",
      'referrer-policy': 'strict-origin',
    },
  });
}

async function dropOld() {
  const store = await caches.open(STORE);
  for (const request of await store.keys()) {
    const found = await store.match(request);
    if (!(Number(found?.headers.get('x-kept')) > Date.now() - LASTS_MS)) await store.delete(request);
  }
}

self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.mode === 'navigate' && request.method === 'GET' ? keptPath(request.url) : null;
  if (path === null) return;
  event.respondWith(
    fetch(request).then(
      (answer) => {
        const copy = answer.type === 'opaqueredirect' ? null : answer.clone();
        if (copy)
          event.waitUntil(
            keep(path, copy)
              .then(dropOld)
              .catch(() => {}),
          );
        return answer;
      },
      () => kept(path),
    ),
  );
});
// The page that registered it was there before.
self.addEventListener('message', (event) => {
  const path = keptPath(new URL(event.data, self.location.origin).href);
  if (path !== null)
    event.waitUntil(
      fetch(path, { cache: 'no-store' })
        .then((answer) => keep(path, answer))
        .catch(() => {}),
    );
});
