import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { FreeAnswer } from '../../progress/words/entry-questions.js';
import { RoundAnswer } from '../round/round.entity.js';

/** What these answers were asked: to their reporter in any mechanism, to a secretariat in its own. Of several the first. */
export async function questionsOfEntries(
  read: EntityManager,
  answers: readonly FreeAnswer[],
): Promise<ReadonlyMap<string, Localized>> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const rows = await inSlices([...byId.keys()], (some) =>
    read.find(RoundAnswer, {
      where: { entryId: In(some), question: { kind: 'free' } },
      relations: { round: true, question: true },
      order: { id: 'DESC' },
    }),
  );
  return new Map(
    rows.flatMap(({ entryId, round, question }): [string, Localized][] => {
      const { sight, mechanismId } = byId.get(entryId!)!;
      const isTheirs = sight === 'own' || round.mechanismId === mechanismId;
      return isTheirs && question.text ? [[entryId!, question.text]] : [];
    }),
  );
}
