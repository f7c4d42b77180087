import { choiceOf, USES, usesOf } from './release-uses.js';
import { RELEASES, VISIBILITIES } from './vocabulary.js';

it('a choice and the uses it allows say the same', () => {
  for (const visibility of VISIBILITIES)
    for (const release of RELEASES)
      expect(choiceOf(usesOf({ visibility, release }))).toEqual({ visibility, release });
});

it('nothing ticked is the narrowest', () => {
  expect(choiceOf([])).toEqual({ visibility: 'delegation', release: 'none' });
});

it('a use allows what is less than it, and nothing else', () => {
  expect(Object.fromEntries(USES.map((use) => [use, usesOf(choiceOf([use]))]))).toEqual({
    members: ['members'],
    unattributed: ['unattributed'],
    attributed: ['unattributed', 'attributed'],
    public: ['members', 'public'],
  });
});
