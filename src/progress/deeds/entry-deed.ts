import type { Deed } from '../../gate/deed.js';
import type { Entry } from '../entries/entry.entity.js';
import type { Choice } from '../release/release-uses.js';
import type { EntrySummary } from '../summaries/summary.entity.js';

/** Items of a mechanism's plan an entry is linked to, with what may be done with it there. */
export interface LinkedItems extends Choice {
  itemIds: string[];
}

/** Words that documents use for an entry: those suggested, or, in their place, the reporter's own. */
export interface SummaryWords {
  own: { language: string; text: string } | null;
}

type Whose = Pick<Entry, 'id' | 'mechanismId' | 'reporterKind' | 'reporter'>;

const deedOf = <Kind extends Deed['kind'], Payload>(
  { id, mechanismId, reporterKind, reporter }: Whose,
  deed: { kind: Kind; part: string; there: readonly string[]; payload: Payload },
): Deed<Payload, Kind> => ({
  kind: deed.kind,
  subjectId: id,
  part: deed.part,
  mechanismIds: [mechanismId, ...deed.there.filter((one) => one !== mechanismId)],
  state: reporterKind === 'state' ? reporter : null,
  payload: deed.payload,
});

/** The working text goes to every mechanism the entry is in: where it is reported, then where it was linked first. */
export function submissionOf(entry: Whose & Pick<Entry, 'disclosures'>): Deed<null, 'entry'> {
  const moment = (linkedAt: Date | null) => linkedAt?.getTime() ?? 0;
  const places = [...entry.disclosures].sort((a, b) => moment(a.linkedAt) - moment(b.linkedAt));
  const there = places.map(({ mechanismId }) => mechanismId);
  return deedOf(entry, { kind: 'entry', part: '', there, payload: null });
}

export const useOf = (entry: Whose, mechanismId: string, payload: Choice): Deed<Choice, 'entry-use'> =>
  deedOf(entry, { kind: 'entry-use', part: mechanismId, there: [mechanismId], payload });

export const linkOf = (
  entry: Whose,
  mechanismId: string,
  payload: LinkedItems,
): Deed<LinkedItems, 'entry-link'> =>
  deedOf(entry, { kind: 'entry-link', part: mechanismId, there: [mechanismId], payload });

/** `id`: of the summary that was suggested. */
export const summaryOf = (
  entry: Whose,
  { id, mechanismId }: Pick<EntrySummary, 'id' | 'mechanismId'>,
  payload: SummaryWords,
): Deed<SummaryWords, 'summary'> =>
  deedOf(entry, { kind: 'summary', part: id, there: [mechanismId], payload });
