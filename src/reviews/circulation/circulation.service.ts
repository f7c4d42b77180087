import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PeopleService } from '../../accounts/people.service.js';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import { ConversationMessage } from '../../conversations/conversation.entity.js';
import { ConversationsService } from '../../conversations/conversations.service.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { Membership } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { translator } from '../../platform/i18n/i18n.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { recipientsOf } from '../../platform/mail/recipients.js';
import { findToEdit } from '../submissions/submission.access.js';
import { Submission } from '../submissions/submission.entity.js';
import { CirculatedMail } from './circulated.mail.js';
import { CIRCULATION_TALK, talkAddress, talkKey } from './circulation-conversation.js';
import { readerVoice, readerVoices } from './reader-voice.js';
import { SubmissionReader } from './submission-reader.entity.js';

/** One of those a submission was circulated to, and where they answer. */
export interface ReaderPlace {
  voice: string;
  /** Whether somebody speaks for it now, who can be written to. */
  reached: boolean;
  /** Where it talks with the secretariat. */
  talk: string;
  /** When it wrote last since this circulation; null while it has not. */
  repliedAt: Date | null;
}

/** Showing a submission to delegations and the chair before it is submitted, and what they answer. */
@Injectable()
export class CirculationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly conversations: ConversationsService,
    private readonly outbox: Outbox,
    private readonly mail: CirculatedMail,
  ) {}

  /** The accounts that read the text from its circulation on, besides the secretariat's. Throws as `findToEdit`. */
  async shownTo(actor: Actor, id: string): Promise<string[]> {
    const { mechanismId } = await findToEdit(this.unitOfWork.read, actor, id);
    return this.readingAccounts(mechanismId);
  }

  /** What a circulation sets. Throws InvalidError for a day gone by. */
  begin(answerBy: Day | null): Pick<Submission, 'circulatedAt' | 'answerBy'> {
    const now = this.clock.now();
    if (answerBy && answerBy < dayIn('UTC', now)) throw InvalidError.field('answerBy', 'error.dayPast');
    return { circulatedAt: now, answerBy };
  }

  /** Within the transaction of a circulation: to whom it goes, and a mail to each of their people. */
  async announce(manager: EntityManager, actor: Actor, submission: Submission): Promise<void> {
    const { id: submissionId, mechanismId } = submission;
    const [holders, members] = await Promise.all([
      this.people.holders(mechanismId, 'chair', 'focal-point'),
      manager.findBy(Membership, { mechanismId, untilDay: IsNull() }),
    ]);
    const voices = new Set([
      'chair',
      ...members.map(({ stateCode }) => `state:${stateCode}`),
      ...holders.flatMap((grant) => readerVoice(grant) ?? []),
    ]);
    const rows = [...voices].map((voice) => ({ id: uuid(), submissionId, voice }));
    await manager.createQueryBuilder().insert().into(SubmissionReader).values(rows).orIgnore().execute();
    await this.outbox.post(this.mail, submission, await this.readingAccounts(mechanismId), actor);
  }

  /** Those it was circulated to, for its secretariat. Each other actor finds those they speak for. */
  async readers(actor: Actor, submission: Submission): Promise<ReaderPlace[]> {
    const { id: submissionId, mechanismId, circulatedAt, state } = submission;
    if (!circulatedAt || state === 'drafting') return [];
    const mine = !can(actor, 'submissions.edit', mechanismId) && {
      voice: In(readerVoices(actor, mechanismId)),
    };
    const found = await this.unitOfWork.read.findBy(SubmissionReader, { submissionId, ...mine });
    const said = await this.unitOfWork.read.find(ConversationMessage, {
      select: { id: true, subjectId: true, voice: true, at: true },
      where: {
        subjectKind: CIRCULATION_TALK,
        subjectId: In(found.map(({ id }) => id)),
        withdrawnAt: IsNull(),
      },
      order: { at: 'ASC' },
    });
    const holders = await this.people.holders(mechanismId, 'chair', 'focal-point');
    const spoken = new Set(holders.flatMap((grant) => readerVoice(grant) ?? []));
    return found.map((reader) => {
      const own = said.filter(({ subjectId, voice }) => subjectId === reader.id && voice === reader.voice);
      const last = own.at(-1)?.at ?? null;
      return {
        voice: reader.voice,
        reached: spoken.has(reader.voice),
        talk: talkAddress(reader, mechanismId),
        repliedAt: last && last >= circulatedAt ? last : null,
      };
    });
  }

  /**
   * Says for those the actor speaks for that they have no comments, as a message to the secretariat in the text's own
   * language. Throws ForbiddenError to who reads for nobody, ConflictError when comments are no longer asked for.
   */
  async noComments(actor: Actor, submission: Submission): Promise<void> {
    const { id: submissionId, mechanismId, state, language } = submission;
    if (state !== 'circulated') throw new ConflictError('error.submissionMove');
    const voice = In(readerVoices(actor, mechanismId));
    const order = { id: 'ASC' } as const;
    const found = await this.unitOfWork.read.find(SubmissionReader, {
      where: { submissionId, voice },
      order,
    });
    if (found.length === 0) throw new ForbiddenError();
    const words = translator(language)('circulation.noComments.said');
    await this.unitOfWork.run(async (manager) => {
      // Pressed twice, the second time finds what the first one said.
      for (const { id } of found) await lockSubject(manager, SubmissionReader, id);
      const places = await this.readers(actor, submission);
      // Who has answered already, by this button too, has nothing to add with it.
      const open = found.filter((one) => places.some((at) => at.voice === one.voice && !at.repliedAt));
      for (const reader of open) await this.conversations.write(actor, talkKey(reader, mechanismId), words);
    });
  }

  /** What waits to be read and answered by the actor: circulated, not answered, and the day is not over. */
  async waiting(actor: Actor, mechanismId?: string): Promise<Submission[]> {
    const places = mechanismsWhere(actor, 'submissions.read').filter(
      (id) => (mechanismId ?? id) === id && readerVoices(actor, id).length > 0,
    );
    if (places.length === 0) return [];
    return this.unitOfWork.read
      .createQueryBuilder(Submission, 'submission')
      .select(['id', 'mechanismId', 'language', 'title', 'answerBy'].map((field) => `submission.${field}`))
      .where(`submission.state = 'circulated'`)
      .andWhere('(submission.answerBy IS NULL OR submission.answerBy >= :today)', {
        today: dayIn('UTC', this.clock.now()),
      })
      .andWhere(
        new Brackets((any) => {
          places.forEach((place, index) =>
            any.orWhere(`(submission.mechanismId = :place${index} AND EXISTS (${UNANSWERED(index)}))`, {
              [`place${index}`]: place,
              [`voices${index}`]: readerVoices(actor, place),
            }),
          );
        }),
      )
      .setParameter('talk', CIRCULATION_TALK)
      .orderBy('submission.answerBy', 'ASC')
      .addOrderBy('submission.id', 'ASC')
      .getMany();
  }

  private async readingAccounts(mechanismId: string): Promise<string[]> {
    const readers = await this.people.holders(mechanismId, 'chair', 'focal-point');
    return recipientsOf(readers.map(({ accountId }) => accountId));
  }
}

/** On lines that end in a space: TypeORM finds the names of properties only before one. */
const UNANSWERED = (index: number) =>
  [
    `SELECT 1 FROM "submission_reader" "reader" WHERE "reader"."submissionId" = submission.id AND "reader"."voice" IN (:...voices${index})`,
    'AND NOT EXISTS (SELECT 1 FROM "conversation_message" "said" WHERE "said"."subjectKind" = :talk AND "said"."subjectId" = "reader"."id"',
    'AND "said"."voice" = "reader"."voice" AND "said"."withdrawnAt" IS NULL AND "said"."at" >= submission.circulatedAt )',
  ].join(' ');
