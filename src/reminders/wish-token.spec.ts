import { readWish, signWish, type SignedWish } from './wish-token.js';

const KEY = 'a key of thirty-two characters, at least';
const wish: SignedWish = { kind: 'never', accountId: 'a1', itemId: 'i1' };

test('what was signed is read back', () => {
  expect(readWish(signWish(wish, KEY), KEY)).toEqual(wish);
  const none: SignedWish = { kind: 'none', accountId: 'a1', itemId: '' };
  expect(readWish(signWish(none, KEY), KEY)).toEqual(none);
});

test('nothing else is: another person, item, kind or key, or a piece of one', () => {
  const token = signWish(wish, KEY);
  for (const forged of [
    token.replace('a1', 'a2'),
    token.replace('i1', 'i2'),
    token.replace('never', 'none'),
    token.slice(0, -1),
    `${token}x`,
    '',
    '...',
    'never.a1.i1.',
  ]) {
    expect(readWish(forged, KEY)).toBeNull();
  }
  expect(readWish(token, `${KEY}.`)).toBeNull();
});
