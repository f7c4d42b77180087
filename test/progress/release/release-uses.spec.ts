import { choiceOf, USES, usesOf } from '../../../src/progress/release/release-uses.js';
import { RELEASES, VISIBILITIES } from '../../../src/progress/entries/vocabulary.js';

it('a choice and the uses it allows say the same', () => {
  for (const visibility of VISIBILITIES)
    for (const release of RELEASES)
      expect(choiceOf(usesOf({ visibility, release }))).toEqual({ visibility, release });
});

it('nothing ticked is the narrowest', () => {
  expect(choiceOf([])).toEqual({ visibility: 'delegation', release: 'none' });
});

it('taking a use back leaves nothing of it', () => {
  for (const use of USES) {
    const ticked = usesOf(choiceOf([use]));
    expect(ticked).toEqual([use]);
    expect(choiceOf(ticked.filter((one) => one !== use))).toEqual(choiceOf([]));
  }
});
