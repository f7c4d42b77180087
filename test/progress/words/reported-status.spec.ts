import type { ItemStatus } from '../../../src/plans/plan/vocabulary.js';
import { statusByReports } from '../../../src/progress/words/reported-status.js';

const CASES: [says: string, said: ItemStatus[], status: ItemStatus | null][] = [
  ['nothing where nobody says anything', [], null],
  ['what the only one says', ['completed'], 'completed'],
  ['what all of them say', ['postponed', 'postponed'], 'postponed'],
  ['under way where one is done and another under way', ['completed', 'ongoing'], 'ongoing'],
  ['under way where one is done and another has not begun', ['planned', 'completed'], 'ongoing'],
  ['under way where one is under way and another stopped', ['discontinued', 'ongoing'], 'ongoing'],
  ['nothing where nobody began and they differ', ['planned', 'postponed'], null],
];

describe('the status of an item by accepted reports', () => {
  it.each(CASES)('is %s', (_says, said, status) => {
    expect(statusByReports(said)).toBe(status);
    // Whoever comes first counts no more than whoever comes last.
    expect(statusByReports([...said].reverse())).toBe(status);
  });
});
