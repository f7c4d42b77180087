import type { ReleasedEntry } from '../../../src/progress/release/released-entry.js';
import { basisOf, withinBasis } from '../../../src/reviews/compilation/basis.js';

const entry = (narrative: string, attributed = true, evidence: ReleasedEntry['evidence'] = []) =>
  ({
    entryId: attributed ? narrative : null,
    reporterKind: 'state',
    reporter: attributed ? 'KEN' : null,
    attributed,
    evidence,
    periodStart: '2027-01-01',
    periodEnd: '2027-06-30',
    content: { narrative },
    items: [],
  }) as unknown as ReleasedEntry;

/** As it is released now, with a summary or without. */
const source = (plain: ReleasedEntry, summary?: string) => ({
  id: 'entry',
  voice: 'state:KEN',
  acceptedAt: null,
  seal: '',
  plain,
  entry: summary ? { ...plain, content: { ...plain.content, narrative: summary } } : plain,
});

const within = (sources: ReturnType<typeof source>[], basis: string[]) =>
  withinBasis(sources, basis).map((one) => one.entry);

describe('a text that was circulated', () => {
  const basis = basisOf([entry('one'), entry('two', false)]);

  it('loses what was withdrawn', () => {
    expect(within([source(entry('one'))], basis)).toEqual([entry('one')]);
  });

  it('gains nothing that was released later', () => {
    expect(within([source(entry('one')), source(entry('three'))], basis)).toEqual([entry('one')]);
  });

  it('does not take new words for the old ones', () => {
    expect(within([source(entry('one, corrected'))], basis)).toEqual([]);
  });

  it('drops a name when the reporter no longer wants it shown, and adds none', () => {
    expect(within([source(entry('one', false))], basis)).toEqual([entry('one', false)]);
    expect(within([source(entry('two', true))], basis)).toEqual([entry('two', false)]);
  });

  it('keeps the words it was made from when a summary is approved later, and loses a summary that is taken back', () => {
    expect(within([source(entry('one'), 'in short')], basis)).toEqual([entry('one')]);
    const short = source(entry('one'), 'in short');
    expect(within([short], basisOf([short.entry]))).toEqual([short.entry]);
    expect(within([source(entry('one'))], basisOf([short.entry]))).toEqual([]);
  });

  it('cites the evidence it cited, and no other; none once the name is gone', () => {
    const law = [{ title: 'The law', url: 'https://example.org/law' }];
    const cited = entry('one', true, law);
    expect(within([source(cited)], basisOf([cited]))).toEqual([cited]);
    const others = [...law, { title: 'A file', url: null }];
    expect(within([source(entry('one', true, others))], basisOf([cited]))).toEqual([entry('one')]);
    expect(within([source(entry('one', false))], basisOf([cited]))).toEqual([entry('one', false)]);
    expect(within([source(cited)], basisOf([entry('one', false)]))).toEqual([entry('one', false)]);
    expect(within([source(cited)], basisOf([entry('one')]))).toEqual([entry('one')]);
  });
});
