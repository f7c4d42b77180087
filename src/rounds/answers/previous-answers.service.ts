import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Entry, EntryItem, EntryVersion } from '../../progress/entries/entry.entity.js';
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
    const chosen = new Map<string, Entry>();
    for (const { answer, question } of lines) {
      const found = question.itemId ? byItem.get(question.itemId) : byQuestion.get(askedAs(question));
      const last = found?.filter(({ id }) => id !== answer.entryId).sort(newestFirst)[0];
      if (last) chosen.set(answer.id, last);
    }
    const versions = await this.unitOfWork.read.findBy(EntryVersion, {
      entryId: In([...chosen.values()].map(({ id }) => id)),
    });
    return new Map(
      [...chosen].flatMap(([answerId, { id, submittedVersion }]) => {
        const version = versions.find(({ entryId, number }) => entryId === id && number === submittedVersion);
        return version ? [[answerId, version] as const] : [];
      }),
    );
  }

  private async byItem({ kind, subject, round }: RoundAddressee, itemIds: string[]) {
    if (itemIds.length === 0) return new Map<string, Entry[]>();
    const links = await this.unitOfWork.read.find(EntryItem, {
      where: {
        itemId: In(itemIds),
        entry: {
          mechanismId: round.mechanismId,
          reporterKind: kind,
          reporter: subject,
          submittedVersion: MoreThan(0),
          state: Not('withdrawn' as const),
        },
      },
      relations: { entry: true },
    });
    return grouped(links.map(({ itemId, entry }) => [itemId, entry]));
  }

  private async byQuestion({ kind, subject, round }: RoundAddressee) {
    const answers = await this.unitOfWork.read.find(RoundAnswer, {
      where: {
        roundId: Not(round.id),
        question: { kind: In(['objective', 'free']) },
        round: { mechanismId: round.mechanismId },
        addressee: { kind, subject },
        entry: { submittedVersion: MoreThan(0), state: Not('withdrawn' as const) },
      },
      relations: { question: true, entry: true },
    });
    return grouped(answers.map(({ question, entry }) => [askedAs(question), entry!]));
  }
}

/** The same question in another round: the same objective, or the same words in their original language. */
const askedAs = ({ objective, text }: RoundQuestion) =>
  objective === null ? `free:${(text?.texts[text.original] ?? '').trim()}` : `objective:${objective}`;

const newestFirst = (a: Entry, b: Entry) =>
  b.periodEnd.localeCompare(a.periodEnd) || b.changedAt.getTime() - a.changedAt.getTime();

function grouped(pairs: [string, Entry][]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const [key, entry] of pairs) groups.set(key, [...(groups.get(key) ?? []), entry]);
  return groups;
}
