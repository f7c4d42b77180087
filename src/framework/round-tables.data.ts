import type { RoundTable } from './framework.types.js';

/** The four round tables of the International Migration Review Forum, which group the 23 objectives. */
export const roundTables: readonly RoundTable[] = [
  {
    number: 1,
    objectives: [2, 5, 6, 12, 18],
    imrf2022Question:
      'How to enhance voluntary, safe and regular migration, and ensure access to decent work?',
    regionalReviewTheme: 'Ensuring that migration is voluntary, orderly and regular',
    source: 'UN pages on the Forum, seen in full',
    doubts: [],
  },
  {
    number: 2,
    objectives: [4, 8, 9, 10, 11, 13, 21],
    imrf2022Question: null,
    regionalReviewTheme: 'Protecting migrants through rights-based border governance measures',
    source: 'UN pages on the Forum, seen in full',
    doubts: ['The question put to this round table in 2022 was not found in a stored document.'],
  },
  {
    number: 3,
    objectives: [14, 15, 16, 19, 20, 22],
    imrf2022Question: null,
    regionalReviewTheme: null,
    source: 'What remains of the 23 objectives beside round tables 1, 2 and 4',
    doubts: [
      'The list of objectives was not seen itself: it is what the other three round tables leave.',
      'The question put to this round table in 2022 was not found in a stored document.',
      'The theme of this group in the regional reviews was not found in a stored document.',
    ],
  },
  {
    number: 4,
    objectives: [1, 3, 7, 17, 23],
    imrf2022Question: null,
    regionalReviewTheme: null,
    source: 'A 2022 account of the preparatory dialogue of round table 4',
    doubts: [
      'The question put to this round table in 2022 was not found in a stored document.',
      'The theme of this group in the regional reviews was not found in a stored document.',
    ],
  },
];
