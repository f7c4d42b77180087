import type { EntityManager } from 'typeorm';
import { Disclosure, EntryItem, EntryVersion } from '../../progress/entries/entry.entity.js';
import { toldByChair } from '../../progress/asked/told-by-chair.js';
import type { SubjectAnswer } from './reminder-subject.js';

const CHAIR = { kind: 'chair', subject: null } as const;

/**
 * What was reported on items. An answer is what was submitted last, as it stands in the mechanism that asks: a draft is
 * not yet one, and what that secretariat gave back no longer. While the next version is written it stands, since nobody
 * is to learn of that. A chair has answered when it told the secretariat how the item stands, or the secretariat reported
 * it for the mechanism.
 */
export async function itemAnswers(read: EntityManager, ids: readonly string[]): Promise<SubjectAnswer[]> {
  const rows = await read
    .createQueryBuilder(EntryItem, 'link')
    .innerJoin('link.entry', 'entry')
    .innerJoin('link.item', 'item')
    .innerJoin('item.plan', 'plan')
    .innerJoin(Disclosure, 'place', 'place.entryId = entry.id AND place.mechanismId = plan.mechanismId')
    .innerJoin(EntryVersion, 'said', 'said.entryId = entry.id AND said.number = entry.submittedVersion')
    .where('link.number = said.number')
    .select('link.itemId', 'itemId')
    .addSelect('entry.reporterKind', 'kind')
    .addSelect('entry.reporter', 'subject')
    .addSelect('MAX(said.periodEnd)', 'until')
    .andWhere('link.itemId IN (:...ids)', { ids })
    // As `acceptanceIn` says for one: submitted or accepted here, and not given back.
    .andWhere(`entry.state <> 'withdrawn' AND entry.submittedVersion > 0`)
    .andWhere(
      '(place.returnedVersion <> entry.submittedVersion OR place.acceptedVersion = entry.submittedVersion)',
    )
    .groupBy('link.itemId')
    .addGroupBy('entry.reporterKind')
    .addGroupBy('entry.reporter')
    .getRawMany<SubjectAnswer['voice'] & { itemId: string; until: string }>();
  const told = await toldByChair(read, ids);
  for (const { itemId, kind, until } of rows)
    if (kind === 'secretariat' && until > (told.get(itemId) ?? '')) told.set(itemId, until);
  return [
    ...rows.map(({ itemId, until, kind, subject }) => ({
      subjectId: itemId,
      voice: { kind, subject },
      until,
    })),
    ...[...told].map(([subjectId, until]) => ({ subjectId, voice: CHAIR, until })),
  ];
}
