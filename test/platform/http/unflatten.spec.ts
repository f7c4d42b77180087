import fc from 'fast-check';
import { Text } from '../../../src/platform/http/fields.js';
import { unflatten } from '../../../src/platform/http/unflatten.js';
import { ListOf } from '../../../src/platform/http/list-fields.js';
import { readInput } from '../../../src/platform/http/read-input.js';

class Chosen {
  @ListOf(Text(10)) items!: string[];
}

describe('unflatten', () => {
  it('nests dotted names', () => {
    expect(unflatten({ 'a.b.c': '1', 'a.d': '2', e: ['3', '4'] })).toEqual({
      a: { b: { c: '1' }, d: '2' },
      e: ['3', '4'],
    });
  });

  it('takes no name of what every object has', () => {
    const hostile = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'];
    for (const name of hostile) {
      expect(unflatten({ [name]: 'x', [`a.${name}`]: 'x', [`${name}.a`]: 'x' })).toEqual({});
      expect({}).not.toHaveProperty('a');
    }
  });

  it('lets nobody set the length of a list', () => {
    const body = { items: ['a', 'b'], 'items.length': '4294967295', 'items.7': 'c' };
    const before = performance.now();
    expect(readInput(Chosen, unflatten(body))).toEqual({ items: ['a', 'b'] });
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('answers something that can be written down, whatever a form sends', () => {
    const name = fc.stringMatching(/^(\w|\.|toString|valueOf|length|__proto__){0,4}$/);
    const sent = fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2 })));
    const writable = (value: unknown): boolean =>
      typeof value !== 'object' || value === null
        ? true
        : typeof value.toString === 'function' && Object.values(value).every(writable);
    fc.assert(fc.property(sent, (body) => writable(unflatten(body))));
  });
});
