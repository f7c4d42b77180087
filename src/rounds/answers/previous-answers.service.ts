import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EntryItem, EntryVersion } from '../../progress/entries/entry.entity.js';
import type { QuestionAnswer } from './answer-query.service.js';
import { type RoundAddressee, RoundAnswer, type RoundQuestion } from '../round/round.entity.js';

/** What an addressee said last time beside each question. The caller speaks for the addressee. */
@Injectable()
export class PreviousAnswersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The last submitted version by id of the answer: of the same reporter on the same item, or on the same objective
   * or free question of an earlier round. Questions without one are not in it; what was withdrawn is not said.
   */
  async find(
    addressee: RoundAddressee,
    lines: readonly QuestionAnswer[],
  ): Promise<Map<string, EntryVersion>> {
    const [byItem, byQuestion] = await Promise.all([
      this.byItem(
        addressee,
        lines.flatMap(({ question }) => question.itemId ?? []),
      ),
      this.byQuestion(addressee),
    ]);
    const chosen = lines.flatMap(({ answer, question }) => {
      const found = question.itemId ? byItem.get(question.itemId) : byQuestion.get(askedAs(question));
      const last = found?.filter(({ entryId }) => entryId !== answer.entryId).sort(newestFirst)[0];
      return last ? [[answer.id, last] as const] : [];
    });
    return new Map(chosen);
  }

  private async byItem({ kind, subject, round }: RoundAddressee, itemIds: string[]) {
    if (itemIds.length === 0) return new Map<string, EntryVersion[]>();
    const rows = await this.unitOfWork.read.findBy(EntryItem, {
      itemId: In(itemIds),
      entry: { mechanismId: round.mechanismId, reporterKind: kind, reporter: subject, ...STANDS },
    });
    const said = await this.standing(rows.map(({ entryId }) => entryId));
    return grouped(
      rows.flatMap(({ itemId, entryId, number }) => {
        const version = said.get(entryId);
        return version?.number === number ? [[itemId, version]] : [];
      }),
    );
  }

  private async byQuestion({ kind, subject, round }: RoundAddressee) {
    const answers = await this.unitOfWork.read.find(RoundAnswer, {
      where: {
        roundId: Not(round.id),
        question: { kind: In(['objective', 'free']) },
        round: { mechanismId: round.mechanismId },
        addressee: { kind, subject },
        entry: STANDS,
      },
      relations: { question: true },
    });
    const said = await this.standing(answers.flatMap(({ entryId }) => entryId ?? []));
    return grouped(
      answers.flatMap(({ question, entryId }) => {
        const version = said.get(entryId ?? '');
        return version ? [[askedAs(question), version]] : [];
      }),
    );
  }

  /** What was submitted last, by id of the entry. */
  private async standing(entryIds: string[]): Promise<Map<string, EntryVersion>> {
    const versions = await this.unitOfWork.read.find(EntryVersion, {
      where: { entryId: In([...new Set(entryIds)]) },
      relations: { entry: true },
    });
    const last = versions.filter(({ number, entry }) => number === entry.submittedVersion);
    return new Map(last.map((version) => [version.entryId, version]));
  }
}

const STANDS = { submittedVersion: MoreThan(0), state: Not('withdrawn' as const) };

/** The same question in another round: the same objective, or the same words in their original language. */
const askedAs = ({ objective, text }: RoundQuestion) =>
  objective === null ? `free:${(text?.texts[text.original] ?? '').trim()}` : `objective:${objective}`;

const newestFirst = (a: EntryVersion, b: EntryVersion) =>
  b.periodEnd.localeCompare(a.periodEnd) || b.submittedAt.getTime() - a.submittedAt.getTime();

function grouped(pairs: [string, EntryVersion][]): Map<string, EntryVersion[]> {
  const groups = new Map<string, EntryVersion[]>();
  for (const [key, version] of pairs) groups.set(key, [...(groups.get(key) ?? []), version]);
  return groups;
}
