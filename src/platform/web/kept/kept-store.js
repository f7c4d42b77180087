/*
 * What was typed and is not saved yet, in this browser. It is encrypted with a key that only the pages of whoever typed it
 * carry (`keeper.ts`), and kept for as long as a session may last.
 */

const PREFIX = 'waymark-kept.';
const LASTS_MS = 14 * 86_400_000;
const IV_BYTES = 12;

const { subtle } = crypto;
const area = openArea();

/** Over HTTP, for a trial, browsers do not encrypt: then the words stay in this window, and go with it. */
function openArea() {
  try {
    return subtle ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

const keysIn = () => (area ? Object.keys(area).filter((key) => key.startsWith(PREFIX)) : []);

/** Takes away what is kept under an id, or several with dots between them. */
export function forget(ids) {
  for (const key of keysIn()) if (ids.split('.').some((id) => key.endsWith(`.${id}`))) area.removeItem(key);
}

export function forgetAll() {
  for (const key of keysIn()) area.removeItem(key);
}

export const holdsAny = () => keysIn().length > 0;

const inHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const newId = () => inHex(crypto.getRandomValues(new Uint8Array(9)));

const inText = (bytes) => btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
const inBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const fromUrl = (text) => inBytes(text.replaceAll('-', '+').replaceAll('_', '/'));

async function seal(key, record) {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  if (!subtle) return inText(bytes);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, await key, bytes);
  return inText(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

async function unseal(key, text) {
  const bytes = inBytes(text);
  const [iv, sealed] = [bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES)];
  const open = subtle ? await subtle.decrypt({ name: 'AES-GCM', iv }, await key, sealed) : bytes;
  return JSON.parse(new TextDecoder().decode(open));
}

/** What one holder typed: `keeper` is what the page says of them, `name.key`, the current one first. */
export function keptBy(keeper) {
  const rings = keeper.split(' ').map((one) => {
    const [name, key] = one.split('.');
    const imported = subtle?.importKey('raw', fromUrl(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
    return { name, key: imported };
  });
  // Nothing is encrypted: then nothing stays, either, when somebody else has come.
  if (!subtle)
    for (const key of keysIn())
      if (!rings.some(({ name }) => key.includes(`.${name}.`))) area.removeItem(key);
  // One after the other: what is let go of is not written again by what was begun before.
  let turn = Promise.resolve();
  const inTurn = (work) => {
    turn = turn.then(work).catch(() => undefined);
    return turn;
  };

  return {
    put: (id, record) =>
      inTurn(async () => {
        const [{ name, key }] = rings;
        area?.setItem(`${PREFIX}${name}.${id}`, `${Date.now()}.${await seal(key, record)}`);
      }),
    drop: (id) => inTurn(() => forget(id)),
    /** What is kept, the latest first. */
    all: () =>
      inTurn(async () => {
        const found = [];
        for (const stored of keysIn()) {
          const [, name, id] = stored.slice(PREFIX.length - 1).split('.');
          const ring = rings.find((one) => one.name === name);
          const [at, text] = area.getItem(stored).split('.');
          if (ring) found.push({ id, at: Number(at), ...(await unseal(ring.key, text).catch(() => null)) });
        }
        return found.filter(({ name }) => name !== undefined).sort((one, other) => other.at - one.at);
      }),
  };
}

// What nobody came back for.
for (const key of keysIn()) {
  const [at] = area.getItem(key).split('.');
  if (!(Number(at) > Date.now() - LASTS_MS)) area.removeItem(key);
}
