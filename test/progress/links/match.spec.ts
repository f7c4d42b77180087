import { bestMatches, fitOf, type MatchProfile, wordsIn } from '../../../src/progress/links/match.js';

const gist = ({
  texts = [],
  ...fields
}: Partial<MatchProfile> & { texts?: string[] } = {}): MatchProfile => ({
  objectives: [],
  from: '2027-01-01',
  until: '2027-06-30',
  words: wordsIn(texts),
  ...fields,
});

describe('what was said and what is asked', () => {
  it('fit by an objective they share', () => {
    expect(fitOf(gist({ objectives: [9, 10] }), gist({ objectives: [10, 23] }))).toMatchObject({
      objectives: [10],
      words: [],
    });
  });

  it('fit by words they share, whatever their endings, accents and small words', () => {
    const said = gist({ texts: ['Border officers were trained in the detection of forged documents.'] });
    const asked = gist({ texts: ['Training of border officials'] });
    expect(fitOf(said, asked)?.words).toEqual(expect.arrayContaining(['Border', 'trained']));
  });

  it('do not fit by one word alone, by numbers or by words of every plan', () => {
    expect(fitOf(gist({ texts: ['A survey in 2027'] }), gist({ texts: ['The survey of 2027'] }))).toBeNull();
    expect(fitOf(gist({ texts: ['of the and'] }), gist({ texts: ['the and of'] }))).toBeNull();
  });

  it('do not fit when they are about other times; an open end is no other time', () => {
    const said = gist({ objectives: [9] });
    expect(fitOf(said, gist({ objectives: [9], from: '2027-07-01', until: '2027-12-31' }))).toBeNull();
    expect(fitOf(said, gist({ objectives: [9], from: '2027-06-30', until: null }))).not.toBeNull();
    expect(fitOf(said, gist({ objectives: [9], from: null, until: null }))).not.toBeNull();
  });
});

it('the best come first, and no more than asked for', () => {
  const all = [{ objectives: [1] }, { objectives: [1, 2] }, { objectives: [3] }];
  const asked = gist({ objectives: [1, 2] });
  expect(bestMatches(all, (one) => fitOf(gist(one), asked), 2).map(({ objectives }) => objectives)).toEqual([
    [1, 2],
    [1],
  ]);
});
