import { type EntityManager, In } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import type { DecisionPlace } from '../../progress/release/where-decided.js';
import { RoundAnswer } from '../round/round.entity.js';

/** For entries that answer a call of this mechanism, the page of all answers of that delegation; of several calls the last. */
export async function placesOfUse(
  read: EntityManager,
  entryIds: readonly string[],
  mechanismId: string,
): Promise<ReadonlyMap<string, DecisionPlace>> {
  const answers = await inSlices(entryIds, (some) =>
    read.find(RoundAnswer, {
      where: { entryId: In(some), round: { mechanismId } },
      relations: { round: true },
    }),
  );
  answers.sort((a, b) => a.round.dueDay.localeCompare(b.round.dueDay) || a.id.localeCompare(b.id));
  return new Map(
    answers.map(({ entryId, addresseeId, round: { id, title } }) => [
      entryId!,
      { href: `/rounds/${id}/addressees/${addresseeId}/use`, title },
    ]),
  );
}
