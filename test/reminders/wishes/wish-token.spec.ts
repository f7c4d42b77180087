import { createHmac } from 'node:crypto';
import { parse } from 'uuid';
import { Keys } from '../../../src/platform/keys.js';
import { readWish, signWish, type SignedWish } from '../../../src/reminders/wishes/wish-token.js';

const TEXT = 'a key of thirty-two characters, at least';
const keysOf = (secretKey: string, ...oldSecretKeys: string[]) => new Keys({ secretKey, oldSecretKeys });
const KEY = keysOf(TEXT);
const NOW = new Date('2027-03-01T09:00:00Z');
const ACCOUNT = '0192f3a4-5b6c-7d8e-9f00-112233445566';
const ITEM = 'd9428888-122b-41e1-b85c-61cd3cbb3210';
const wish: SignedWish = { kind: 'never', accountId: ACCOUNT, subjectId: ITEM };

test('what was signed is read back, from few enough characters for an address', () => {
  for (const one of [
    wish,
    { ...wish, kind: 'later' as const },
    { kind: 'none' as const, accountId: ACCOUNT, subjectId: '' },
  ]) {
    expect(readWish(signWish(one, KEY, NOW), KEY)).toEqual({
      wish: one,
      signed: { keyId: KEY.current.id, at: NOW },
    });
    expect(signWish(one, KEY, NOW)).toMatch(/^[\w-]{76}$/);
  }
});

test('nothing else is: a changed character anywhere, a piece of it, another key', () => {
  const token = signWish(wish, KEY, NOW);
  // The last character holds two bits that no byte needs.
  for (let place = 0; place < token.length - 1; place += 1) {
    const other = token[place] === 'A' ? 'B' : 'A';
    expect(readWish(token.slice(0, place) + other + token.slice(place + 1), KEY)).toBeNull();
  }
  for (const forged of [token.slice(0, -1), `${token}AA`, '', 'x', '%00', token.toUpperCase()])
    expect(readWish(forged, KEY)).toBeNull();
  expect(readWish(token, keysOf(`${TEXT}.`))).toBeNull();
});

/** As mails were signed before keys had ids. */
const firstToken = () => {
  const body = Buffer.concat([Buffer.of(1), parse(ACCOUNT), parse(ITEM)]);
  const signature = createHmac('sha256', TEXT).update('waymark reminder wish').update(body).digest();
  return Buffer.concat([body, signature.subarray(0, 16)]).toString('base64url');
};

test('an old key reads what it signed while it is listed, in both ways, and not a day longer', () => {
  for (const token of [signWish(wish, KEY, NOW), firstToken()]) {
    expect(readWish(token, keysOf('another key of thirty-two characters', TEXT))?.wish).toEqual(wish);
    expect(readWish(token, keysOf('another key of thirty-two characters'))).toBeNull();
  }
});
