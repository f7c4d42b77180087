import { sealOf } from '../../../src/progress/release/released-entries.service.js';
import type { ReleasedEntry, ReleasedSource } from '../../../src/progress/release/released-entry.js';
import { basisOf, withinBasis } from '../../../src/reviews/compilation/basis.js';

const entry = (narrative: string, attributed = true) =>
  ({
    entryId: attributed ? 'one' : null,
    reporterKind: 'state',
    reporter: attributed ? 'KEN' : null,
    attributed,
    evidence: attributed ? [{ title: 'The law', url: null }] : [],
    content: { narrative },
  }) as unknown as ReleasedEntry;

/** As it is released now, with a summary or without. */
const source = ({ version = 1, attributed = true, summary = '' } = {}): ReleasedSource => {
  const plain = entry(`words ${version}`, attributed);
  const acceptedAt = '2027-01-01T00:00:00.000Z';
  return {
    ...{ id: 'one', voice: 'state:KEN', acceptedAt, plain },
    seal: sealOf({ version, acceptedAt, summaryId: summary || null }),
    entry: summary ? entry(summary, attributed) : plain,
  };
};
const basis = (taken: ReleasedSource) =>
  basisOf([{ id: taken.id, attributed: taken.entry.attributed, seal: taken.seal }]);
const within = (now: ReleasedSource, taken: ReleasedSource) => withinBasis(now, basis(taken))?.entry;

describe('a text that was circulated', () => {
  it('keeps what it was made from, and gains nothing that was released later', () => {
    expect(within(source(), source())).toEqual(entry('words 1'));
    expect(withinBasis({ ...source(), id: 'other' }, basis(source()))).toBeNull();
  });

  it('does not take new words for the old ones', () => {
    expect(within(source({ version: 2 }), source())).toBeUndefined();
  });

  it('drops a name when the reporter no longer wants it shown, and adds none, nor evidence', () => {
    expect(within(source({ attributed: false }), source())).toEqual(entry('words 1', false));
    expect(within(source(), source({ attributed: false }))).toEqual(entry('words 1', false));
  });

  it('keeps the words it was made from when a summary is approved later, and loses a summary that is taken back', () => {
    const short = source({ summary: 'in short' });
    expect(within(short, source())).toEqual(entry('words 1'));
    expect(within(short, short)).toEqual(entry('in short'));
    expect(within(source(), short)).toBeUndefined();
  });

  it('from before entries had seals keeps them in any words', () => {
    const before = basisOf([{ id: 'one', attributed: true, seal: '' }]);
    expect(withinBasis(source({ version: 3 }), before)?.entry).toEqual(entry('words 3'));
  });
});
