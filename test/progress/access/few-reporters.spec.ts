import { countsOf } from '../../../src/progress/access/few-reporters.js';

const named = (...voices: string[]) => voices.map((voice) => ({ voice, codes: ['a'] as const }));

test.each([
  ['nobody', [], 5, null],
  ['four reporters', ['state:A', 'state:B', 'state:C', 'state:D'], 5, null],
  ['five entries of four reporters', ['state:A', 'state:A', 'state:B', 'state:C', 'state:D'], 5, null],
  ['five reporters', ['state:A', 'state:B', 'state:C', 'partner:A', 'secretariat:'], 5, 5],
  ['six entries of five reporters', ['state:A', 'state:A', 'state:B', 'state:C', 'state:D', 'state:E'], 5, 6],
  ['five reporters where the mechanism asks for seven', ['1', '2', '3', '4', '5'], 7, null],
])('what %s name is counted, or not', (_, voices, fewest, count) => {
  const counts = countsOf(['a', 'b'], named(...voices), fewest);
  expect(counts.get('a')).toBe(count);
  expect(counts.get('b')).toBeNull();
});
