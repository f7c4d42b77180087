import fc from 'fast-check';
import { Keys } from '../../src/platform/keys.js';

const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((digit) => digit.repeat(32)) as [string, string, string];
const keysOf = (secretKey: string, ...oldSecretKeys: string[]) => new Keys({ secretKey, oldSecretKeys });
const bytes = fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some));

/** Some keys, in some order; what the first of them made, another list of them may read. */
const lists = fc.tuple(
  fc.shuffledSubarray([FIRST, SECOND, THIRD], { minLength: 1 }),
  fc.shuffledSubarray([FIRST, SECOND, THIRD], { minLength: 1 }),
);

test('what a key made is read while the key is listed, wherever it stands, and never after', () => {
  fc.assert(
    fc.property(lists, bytes, ([before, after], content) => {
      const [maker, reader] = [keysOf(...(before as [string])), keysOf(...(after as [string]))];
      const signed = reader.verify('a', maker.sign('a', content));
      const opened = reader.decrypt('a', maker.encrypt('a', content, 'row'), 'row');
      const expected = after.includes(before[0]!) ? { bytes: content, keyId: maker.current.id } : null;
      expect([signed, opened]).toEqual([expected, expected]);
    }),
  );
});

test('nothing made for one purpose, or kept for one row, serves another, nor anything changed or made up', () => {
  const keys = keysOf(FIRST, SECOND);
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (content, place, change) => {
      const signed = keys.sign('a', content);
      const text = keys.encrypt('a', content, 'row');
      const sealed = Buffer.from(text, 'base64url');
      for (const made of [signed, sealed]) made[place % made.length]! ^= change;
      expect(keys.verify('a', signed)).toBeNull();
      expect(keys.decrypt('a', sealed.toString('base64url'), 'row')).toBeNull();
      expect(keys.verify('b', keys.sign('a', content))).toBeNull();
      expect(keys.decrypt('b', text, 'row')).toBeNull();
      expect(keys.decrypt('a', text, 'other row')).toBeNull();
      expect(keys.verify('a', content)).toBeNull();
      expect(keys.decrypt('a', content.toString('base64url'), 'row')).toBeNull();
    }),
  );
});

test('the id of a key is the same wherever it is listed, and is no part of the key', () => {
  const [here] = keysOf(FIRST).all;
  expect(keysOf(SECOND, FIRST).all.map(({ id, current }) => ({ id, current }))).toEqual([
    { id: keysOf(SECOND).current.id, current: true },
    { id: here!.id, current: false },
  ]);
  expect(here!.id).toMatch(/^[0-9a-f]{8}$/);
  expect(keysOf(FIRST, FIRST).all).toHaveLength(1);
});
