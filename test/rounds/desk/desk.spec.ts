import { cellOf } from '../../../src/rounds/desk/cell.js';
import { whyNotAccepted } from '../../../src/progress/acceptance/why-not-accepted.js';

describe('what the secretariat knows of one answer', () => {
  const asked = (state: 'invited' | 'opened' | 'drafting' | 'submitted' | 'declined', declined = false) => ({
    state,
    declined,
  });
  it.each([
    ['was not asked', null, null, 'not-asked'],
    ['begins to write', asked('drafting'), null, 'missing'],
    ['prefers not to answer this one, and has not handed in', asked('drafting', true), null, 'missing'],
    ['handed in, and prefers not to answer this one', asked('submitted', true), null, 'declined'],
    ['handed in, and left this one open', asked('submitted'), null, 'missing'],
    ['prefers not to report at all', asked('declined'), null, 'declined'],
    ['submitted this one, and goes on writing', asked('drafting'), 'submitted', 'received'],
    ['submitted this one, and then preferred not to report', asked('declined'), 'submitted', 'received'],
    ['has it accepted', asked('submitted'), 'accepted', 'accepted'],
    ['has it back', asked('submitted'), 'returned', 'returned'],
    ['has a link that was not taken up', asked('drafting'), 'not-taken-up', 'returned'],
  ] as const)('a delegation that %s', (_, to, standing, cell) => {
    expect(cellOf(to, standing)).toBe(cell);
  });
});

describe('why an answer is not accepted', () => {
  const place = (
    state: 'submitted' | 'accepted' | 'returned' | null,
    answerable = state === 'submitted',
  ) => ({
    sight: 'submitted' as const,
    state,
    answerable,
  });
  it.each([
    ['it may be', place('submitted'), 2, 2, null],
    ['it was withdrawn', undefined, 0, 2, 'gone'],
    [
      'only what was accepted once is seen',
      { ...place('accepted'), sight: 'accepted' as const },
      2,
      2,
      'gone',
    ],
    ['another version came', place('submitted'), 3, 2, 'newer'],
    ['a colleague was faster', place('accepted'), 2, 2, 'accepted'],
    ['a colleague gave it back', place('returned'), 2, 2, 'returned'],
    ['it is for somebody else to accept', place('submitted', false), 2, 2, 'yours'],
  ])('%s', (_, there, latest, read, reason) => {
    expect(whyNotAccepted(there, latest, read)).toBe(reason);
  });
});
