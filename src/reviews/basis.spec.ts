import type { ReleasedEntry } from '../progress/released-entries.js';
import { basisOf, withinBasis } from './basis.js';

const entry = (narrative: string, attributed = true) =>
  ({
    entryId: attributed ? narrative : null,
    reporterKind: 'state',
    reporter: attributed ? 'KEN' : null,
    attributed,
    periodStart: '2027-01-01',
    periodEnd: '2027-06-30',
    content: { narrative },
    items: [],
  }) as unknown as ReleasedEntry;

describe('a text that was circulated', () => {
  const basis = basisOf([entry('one'), entry('two', false)]);

  it('loses what was withdrawn', () => {
    expect(withinBasis([entry('one')], basis)).toEqual([entry('one')]);
  });

  it('gains nothing that was released later', () => {
    expect(withinBasis([entry('one'), entry('three')], basis)).toEqual([entry('one')]);
  });

  it('does not take new words for the old ones', () => {
    expect(withinBasis([entry('one, corrected')], basis)).toEqual([]);
  });

  it('drops a name when the reporter no longer wants it shown, and adds none', () => {
    expect(withinBasis([entry('one', false)], basis)).toEqual([entry('one', false)]);
    expect(withinBasis([entry('two', true)], basis)).toEqual([entry('two', false)]);
  });
});
