import {
  ASK_AGAIN_DAYS,
  askable,
} from '../../../../src/reviews/submissions/release-asking/release-asking.js';

const NOW = new Date('2027-03-20T10:00:00Z');
const before = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe('which delegations are asked about what they have not released', () => {
  it.each([
    ['never asked', { people: ['a', 'b'], asked: [] }, true],
    ['nobody to ask', { people: [], asked: [] }, false],
    ['asked today', { people: ['a'], asked: [NOW] }, false],
    ['one of its people asked lately', { people: ['a', 'b'], asked: [before(3)] }, false],
    ['asked long ago', { people: ['a'], asked: [before(ASK_AGAIN_DAYS)] }, true],
    ['asked long ago and again lately', { people: ['a'], asked: [before(40), before(1)] }, false],
  ])('%s', (_, delegation, asked) => {
    expect(askable([delegation], NOW).ask).toEqual(asked ? [delegation] : []);
  });

  it('says when the last of them was asked', () => {
    const delegations = [before(5), before(2), before(30)].map((at) => ({ people: ['a'], asked: [at] }));
    expect(askable(delegations, NOW).askedOn).toEqual(before(2));
    expect(askable([], NOW).askedOn).toBeNull();
  });
});
