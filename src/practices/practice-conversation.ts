import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PeopleService } from '../accounts/people.service.js';
import { can, voicesIn } from '../accounts/roles.js';
import { ConversationSubjects, type ConversationSubject } from '../conversations/conversation-subjects.js';
import { MEMBERS } from '../mechanisms/readers/reader-words.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { localized } from '../platform/i18n/localized.js';
import { voiceText } from '../progress/entries/voice-text.js';
import { Practice } from './practice.entity.js';
import { isOwner } from './practice.access.js';
import { ReviewersService } from './review/reviewers.service.js';

/**
 * Who talks about a shared practice: in each mechanism it is shared with, that mechanism's people and the owner's; of one
 * that is for everybody, in the mechanism it comes from. When the sharing is taken back, nobody sees the messages any more.
 */
@Injectable()
export class PracticeConversation implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly subjects: ConversationSubjects,
    private readonly reviewers: ReviewersService,
  ) {}

  onModuleInit(): void {
    this.subjects.add('practice', {
      find: (actor, id, scope) => this.find(actor, id, scope),
      people: (id, scope) => this.concerned(id, scope),
    });
  }

  private async find(actor: Actor, id: string, scope: string): Promise<ConversationSubject | null> {
    const practice = await this.practice(id);
    if (!practice || !conversationScopes(practice).includes(scope)) return null;
    const own = isOwner(actor, practice);
    if (!own && !can(actor, 'practices.read', scope)) return null;
    const { ownerKind, owner, language, title } = practice;
    const [voice] = voicesIn(actor, scope).map(voiceText);
    const ownVoice = voiceText({ kind: ownerKind, subject: owner || null });
    return {
      title: localized(language, title),
      titleMayBeMailed: false,
      href: `/practices/${id}`,
      // The chair and readers speak for nobody here; they read.
      voice: own ? ownVoice : (voice ?? null),
      readers: own ? ['own', ...MEMBERS] : MEMBERS,
      // Who brings it from another mechanism reads here too.
      other: own || practice.mechanismId === scope ? undefined : ownVoice,
    };
  }

  private async concerned(id: string, scope: string): Promise<string[]> {
    const practice = await this.practice(id);
    if (!practice || !conversationScopes(practice).includes(scope)) return [];
    const here = await this.people.holders(scope);
    return [...here.map(({ accountId }) => accountId), ...(await this.reviewers.owners(practice))];
  }

  private practice(id: string): Promise<Practice | null> {
    return this.unitOfWork.read.findOne(Practice, {
      where: { id, state: 'shared' },
      relations: { shares: true, reviewers: true },
    });
  }
}

/** Ids of the mechanisms in which a shared practice is talked about. */
export function conversationScopes({ state, mechanismId, isPublic, shares }: Practice): string[] {
  if (state !== 'shared') return [];
  return [...new Set([...(isPublic ? [mechanismId] : []), ...shares.map((share) => share.mechanismId)])];
}
