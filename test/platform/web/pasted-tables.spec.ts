import { blocksOf } from '../../../src/platform/web/pasted-tables.js';

const CASES: [string, string, ReturnType<typeof blocksOf>][] = [
  ['words alone', 'One\ntwo\n\nthree', [{ text: 'One\ntwo' }, { text: 'three' }]],
  ['a tab in one line is no table', 'Name:\tAmina', [{ text: 'Name:\tAmina' }]],
  [
    'a table between words',
    'Trained so far:\nYear\tOfficials\n2025\t12\nMore next year.',
    [
      { text: 'Trained so far:' },
      {
        rows: [
          ['Year', 'Officials'],
          ['2025', '12'],
        ],
      },
      { text: 'More next year.' },
    ],
  ],
  [
    'the empty corner and the last cell, which saving took away',
    'Kenya\tUganda\n2025\t1\t2\n2026\t3',
    [
      {
        rows: [
          ['', 'Kenya', 'Uganda'],
          ['2025', '1', '2'],
          ['2026', '3', ''],
        ],
      },
    ],
  ],
  [
    'a cell of several lines, and one with quotes, as Excel copies them',
    'Who\tWhat\nKenya\t"First\nsecond"\nUganda\t"The ""one"" stop"',
    [
      {
        rows: [
          ['Who', 'What'],
          ['Kenya', 'First second'],
          ['Uganda', 'The "one" stop'],
        ],
      },
    ],
  ],
  [
    'two tables with a blank line between',
    'a\tb\nc\td\n\ne\tf\ng\th',
    [
      {
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      {
        rows: [
          ['e', 'f'],
          ['g', 'h'],
        ],
      },
    ],
  ],
  [
    'Arabic',
    'السنة\tالعدد\n2025\t١٢',
    [
      {
        rows: [
          ['السنة', 'العدد'],
          ['2025', '١٢'],
        ],
      },
    ],
  ],
  ['quotes in running words stay', 'He said "yes"\nand "no"', [{ text: 'He said "yes"\nand "no"' }]],
];

describe('a table pasted into a text', () => {
  it.each(CASES)('is read as one: %s', (_, text, blocks) => expect(blocksOf(text)).toEqual(blocks));
});
