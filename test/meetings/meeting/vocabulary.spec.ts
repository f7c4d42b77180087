import { translator } from '../../../src/platform/i18n/i18n.js';
import { registry } from '../../../src/mechanisms/registry/registry.data.js';
import { meetingOutputs, meetingTypes } from '../../../src/meetings/meeting/meeting-types.data.js';
import {
  COMPACT_ANSWERS,
  DECISION_VERBS,
  MEETING_STATES,
  typesFor,
} from '../../../src/meetings/meeting/vocabulary.js';

describe('the types of meetings', () => {
  it('are fourteen, seen at mechanisms of the registry', () => {
    expect(meetingTypes).toHaveLength(14);
    const known = new Set(registry.map(({ id }) => id));
    expect(meetingTypes.flatMap(({ seenAt }) => seenAt).filter((id) => !known.has(id))).toEqual([]);
  });

  it('are all offered, those the mechanism was seen to hold first', () => {
    expect(typesFor('midwa').slice(0, 2)).toEqual(['steering-committee', 'technical-working-group']);
    expect([...typesFor('midwa')].sort()).toEqual(meetingTypes.map(({ code }) => code).sort());
  });
});

it.each(['en', 'fr', 'es', 'ar'])('every word of the vocabulary is said in %s', (language) => {
  const keys = [
    ...meetingTypes.map(({ code }) => `meetingType.${code}` as const),
    ...meetingOutputs.map((code) => `meetingOutput.${code}` as const),
    ...MEETING_STATES.map((code) => `meetingState.${code}` as const),
    ...COMPACT_ANSWERS.map((code) => `compactAnswer.${code}` as const),
    ...DECISION_VERBS.map((code) => `decisionVerb.${code}` as const),
  ];
  const t = translator(language);
  expect(keys.filter((key) => t(key) === key)).toEqual([]);
});
