import { reviseWords } from '../../../src/progress/words/revise-words.js';
import type { SeenEntry } from '../../../src/progress/access/seen-entry.js';

const CASES: [string, Pick<SeenEntry, 'reporterKind' | 'state' | 'number'>, number, string | null][] = [
  ['nothing was submitted', { reporterKind: 'state', state: 'draft', number: 0 }, 0, null],
  ['submitted', { reporterKind: 'state', state: 'submitted', number: 1 }, 0, 'entry.revise.submitted'],
  ['accepted', { reporterKind: 'state', state: 'accepted', number: 1 }, 1, 'entry.revise.accepted'],
  ['being revised', { reporterKind: 'state', state: 'draft', number: 1 }, 1, 'entry.revise.accepted'],
  ['withdrawn', { reporterKind: 'state', state: 'withdrawn', number: 1 }, 1, 'entry.revise.withdrawn'],
  ['begun again after it was withdrawn', { reporterKind: 'state', state: 'draft', number: 0 }, 0, null],
  [
    'a secretariat’s own',
    { reporterKind: 'secretariat', state: 'accepted', number: 1 },
    1,
    'entry.revise.own',
  ],
];

describe('writing a new version', () => {
  it.each(CASES)('says what stays meanwhile: %s', (_, entry, acceptedVersion, words) => {
    const places = [{ home: true, acceptedVersion }] as SeenEntry['places'];
    expect(reviseWords({ ...entry, places })).toBe(words);
  });
});
