import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PeopleService } from '../../accounts/people.service.js';
import { can } from '../../accounts/roles.js';
import { addressOf } from '../../conversations/conversation-address.js';
import { ConversationSubjects, type ConversationSubject } from '../../conversations/conversation-subjects.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { localized } from '../../platform/i18n/localized.js';
import { readerVoice, readerVoices } from './reader-voice.js';
import { SubmissionReader } from './submission-reader.entity.js';

export const CIRCULATION_TALK = 'submission';

/** Where one reader and the secretariat talk about what was circulated. */
export const talkKey = (reader: Pick<SubmissionReader, 'id'>, scope: string) => ({
  kind: CIRCULATION_TALK,
  id: reader.id,
  scope,
});
export const talkAddress = (reader: Pick<SubmissionReader, 'id'>, scope: string) =>
  addressOf(talkKey(reader, scope));

/**
 * One delegation, or the chair, and the secretariat about a submission that was circulated; no other delegation reads it.
 * While the text is taken back to drafting it is the secretariat's alone, as the text is.
 */
@Injectable()
export class CirculationConversation implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly subjects: ConversationSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.add(CIRCULATION_TALK, {
      find: (actor, id, scope) => this.find(actor, id, scope),
      people: (id, scope) => this.concerned(id, scope),
    });
  }

  private async find(actor: Actor, id: string, scope: string): Promise<ConversationSubject | null> {
    const reader = await this.reader(id, scope);
    if (!reader) return null;
    const { voice, submission } = reader;
    const office = can(actor, 'submissions.edit', scope);
    const own = readerVoices(actor, scope).includes(voice) && submission.state !== 'drafting';
    if (!office && !own) return null;
    return {
      title: localized(submission.language, submission.title),
      titleMayBeMailed: true,
      href: `/submissions/${submission.id}`,
      voice: own ? voice : 'secretariat',
      readers: [
        'secretariat',
        ...(voice === 'chair' ? (['chairs'] as const) : own ? (['own'] as const) : []),
      ],
      other: own || voice === 'chair' ? undefined : voice,
    };
  }

  private async concerned(id: string, scope: string): Promise<string[]> {
    const reader = await this.reader(id, scope);
    if (!reader) return [];
    const holders = await this.people.holders(scope, 'secretariat', 'chair', 'focal-point');
    return holders
      .filter((grant) => grant.role === 'secretariat' || readerVoice(grant) === reader.voice)
      .map(({ accountId }) => accountId);
  }

  private async reader(id: string, mechanismId: string): Promise<SubmissionReader | null> {
    const [found] = await this.unitOfWork.read.find(SubmissionReader, {
      where: { id, submission: { mechanismId } },
      relations: { submission: true },
    });
    return found ?? null;
  }
}
