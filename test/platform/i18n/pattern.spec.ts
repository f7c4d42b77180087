import { filled, patternOf } from '../../../src/platform/i18n/pattern.js';

describe('a text with values in it', () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ['Plan of {{name}}', { name: 'Rabat' }, 'Plan of Rabat'],
    ['{{a}}{{ b }}.', { a: 1, b: 'two' }, '1two.'],
    ['Nothing in it', { name: 'x' }, 'Nothing in it'],
    // A name that holds lines stays in its sentence.
    ['By {{name}}', { name: 'A\nB' }, 'By A B'],
    ['By {{name}}', { name: '{{other}} $& $1' }, 'By {{other}} $& $1'],
    // What the library knows better.
    ['By {{name}}', {}, null],
    ['{{count}} items', { count: 2 }, null],
  ])('%s with %j is %s', (text, values, expected) => {
    expect(filled(patternOf(text)!, values)).toBe(expected);
  });

  it.each(['In {{state, of}}', 'See $t(other)'])('%s is left to the library', (text) => {
    expect(patternOf(text)).toBe(null);
  });
});
