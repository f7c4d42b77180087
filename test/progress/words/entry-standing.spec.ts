import { LANGUAGES, type TextKey, translator } from '../../../src/platform/i18n/i18n.js';
import type { Sight } from '../../../src/progress/access/entry-sight.js';
import type { AcceptanceState } from '../../../src/progress/acceptance/acceptance-state.js';
import { ENTRY_STATES, type EntryState } from '../../../src/progress/entries/vocabulary.js';
import {
  STANDINGS,
  type Standing,
  standingOf,
  standingThere,
} from '../../../src/progress/words/entry-standing.js';

/** What its own people read above their text: state, whether it is being cleared, last submitted version. */
const OWN: [string, EntryState, boolean, number, Standing][] = [
  ['never submitted', 'draft', false, 0, 'draft'],
  ['never submitted, with the delegation', 'draft', true, 0, 'in-clearance'],
  ['submitted before and written anew', 'draft', false, 2, 'in-revision'],
  ['submitted before, written anew and with the delegation', 'draft', true, 2, 'in-clearance'],
  ['waiting for the secretariat', 'submitted', false, 1, 'submitted'],
  ['accepted', 'accepted', false, 3, 'accepted'],
  ['given back', 'returned', false, 1, 'returned'],
  ['given back, changed, and with the delegation', 'returned', true, 1, 'in-clearance'],
  ['withdrawn', 'withdrawn', false, 1, 'withdrawn'],
  ['withdrawn and written anew', 'draft', false, 0, 'draft'],
];

it.each(OWN)('an entry %s has one word for its own people', (_, state, keptBack, submittedVersion, word) => {
  expect(standingOf({ state, keptBack, submittedVersion })).toBe(word);
});

/** In one mechanism: who reads, the state, the answer there, whether it is reported there. */
const THERE: [string, Sight, EntryState, AcceptanceState | null, boolean, Standing][] = [
  ['what is written anew after it was withdrawn', 'own', 'draft', null, true, 'draft'],
  ['what waits, to its reporter', 'own', 'submitted', 'submitted', true, 'submitted'],
  ['what waits, to the secretariat', 'submitted', 'submitted', 'submitted', true, 'submitted'],
  ['what stands while it is rewritten, to its reporter', 'own', 'draft', 'accepted', true, 'accepted'],
  ['the same, to the secretariat', 'submitted', 'draft', 'accepted', true, 'accepted'],
  ['a version before that one, to the others', 'accepted', 'draft', 'submitted', true, 'accepted'],
  ['what came back, to the secretariat', 'submitted', 'returned', 'returned', true, 'returned'],
  ['what a linked mechanism did not take', 'own', 'accepted', 'returned', false, 'not-taken-up'],
  ['the same, to the secretariat there', 'submitted', 'accepted', 'returned', false, 'not-taken-up'],
  ['what a linked mechanism took', 'own', 'submitted', 'accepted', false, 'accepted'],
  ['what was withdrawn, wherever it had been accepted', 'own', 'withdrawn', 'accepted', true, 'withdrawn'],
  ['what was withdrawn where it was linked', 'own', 'withdrawn', 'returned', false, 'withdrawn'],
];

it.each(THERE)('in a mechanism, %s has one word', (_, sight, state, answer, home, word) => {
  const stood = { sight, state, keptBack: false, submittedVersion: answer ? 2 : 0 };
  expect(standingThere(stood, { home, answer })).toBe(word);
});

it('no reader but its own people learns from the word that a text is rewritten, cleared or not finished', () => {
  const told = ENTRY_STATES.flatMap((state) =>
    ([true, false] as const).flatMap((keptBack) =>
      (['submitted', 'accepted', 'returned'] as const).flatMap((answer) =>
        (['submitted', 'accepted'] as const).map((sight) =>
          state === 'withdrawn'
            ? answer
            : standingThere({ sight, state, keptBack, submittedVersion: 1 }, { home: true, answer }),
        ),
      ),
    ),
  );
  expect(new Set(told)).toEqual(new Set(['submitted', 'accepted', 'returned']));
});

it.each(LANGUAGES)('every standing has a word of its own in %s', (language) => {
  const t = translator(language);
  const words = STANDINGS.map((standing) => t(`entryState.${standing}`));
  expect(new Set(words).size).toBe(STANDINGS.length);
  for (const standing of STANDINGS) expect(words).not.toContain(`entryState.${standing}` as TextKey);
});
