import { Injectable } from '@nestjs/common';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Disclosure, Entry } from '../../progress/entries/entry.entity.js';
import { type Round, RoundAddressee, RoundAnswer } from '../round/round.entity.js';
import { ANSWERED_STATES } from '../round/round.workflow.js';

/** How many were asked in a call, and how many of them have said what they will say. */
export interface CallProgress {
  asked: number;
  answered: number;
}

/** Answers of a call that its secretariat has neither accepted nor returned, and the first question they are to. */
export interface Waiting {
  count: number;
  question: string | null;
}

/** Counts the answers of whole calls; of which delegations they are, it does not say. For the secretariat alone. */
@Injectable()
export class CallProgressService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By call; "prefers not to report" is an answer. The caller has found the calls through an actor who manages them. */
  async of(roundIds: readonly string[]): Promise<ReadonlyMap<string, CallProgress>> {
    const rows = await inSlices([...roundIds], (ids) =>
      this.unitOfWork.read
        .createQueryBuilder(RoundAddressee, 'addressee')
        .select('addressee.roundId', 'id')
        .addSelect('COUNT(*)', 'asked')
        .addSelect('SUM(CASE WHEN addressee.state IN (:...answered) THEN 1 ELSE 0 END)', 'answered')
        .where('addressee.roundId IN (:...ids)', { ids })
        .setParameter('answered', ANSWERED_STATES)
        .groupBy('addressee.roundId')
        .getRawMany<{ id: string; asked: string; answered: string }>(),
    );
    const none = roundIds.map((id) => [id, { asked: 0, answered: 0 }] as const);
    const found = rows.map(
      ({ id, asked, answered }) => [id, { asked: Number(asked), answered: Number(answered) }] as const,
    );
    return new Map<string, CallProgress>([...none, ...found]);
  }

  /** The same in the section of progress, over all of a mechanism (`tasks.panels.ts`). */
  async waiting({ id: roundId, mechanismId }: Pick<Round, 'id' | 'mechanismId'>): Promise<Waiting> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(RoundAnswer, 'answer')
      .innerJoin('answer.question', 'question')
      .innerJoin(Entry, 'entry', `entry.id = answer.entryId AND entry.state <> 'withdrawn'`)
      .innerJoin(
        Disclosure,
        'place',
        `place.entryId = entry.id AND place.mechanismId = :mechanismId
          AND place.acceptedVersion <> entry.submittedVersion AND place.returnedVersion <> entry.submittedVersion`,
        { mechanismId },
      )
      .select('question.id', 'question')
      .addSelect('COUNT(*)', 'count')
      .where('answer.roundId = :roundId', { roundId })
      .groupBy('question.id')
      .addGroupBy('question.position')
      .orderBy('question.position', 'ASC')
      .getRawMany<{ question: string; count: string }>();
    const count = rows.reduce((sum, row) => sum + Number(row.count), 0);
    return { count, question: rows[0]?.question ?? null };
  }
}
