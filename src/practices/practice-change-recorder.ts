import { Injectable } from '@nestjs/common';
import { History } from '../platform/database/history.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { recipientsOf } from '../platform/mail/recipients.js';
import type { Practice } from './practice.entity.js';
import { type PracticeEvent, PracticeMail } from './practice.mail.js';
import { ReviewersService } from './review/reviewers.service.js';
import type { PracticeState } from './vocabulary.js';

type Known = Pick<Practice, 'id' | 'mechanismId' | 'state' | 'isPublic'>;

/** What a change of a practice leaves behind: history where it may be read, and mails. Call inside the unit of work. */
@Injectable()
export class PracticeChangeRecorder {
  constructor(
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: PracticeMail,
    private readonly reviewers: ReviewersService,
  ) {}

  /**
   * `open`: the mechanisms whose people know of it. Its own id is a scope nobody reads by: not a secretariat's, and not
   * null either, which is the installation's and an administrator's to read.
   */
  async record(
    actor: Actor,
    action: string,
    practice: Known,
    { before, open }: { before: PracticeState; open: readonly string[] },
  ): Promise<void> {
    for (const scope of [practice.id, ...new Set(open)])
      await this.history.record(actor, {
        action: `practice.${action}`,
        subjectKind: 'practice',
        subjectId: practice.id,
        scope,
        before: { state: before },
        after: { state: practice.state },
      });
  }

  /** Notifies those who may read it from now on that a practice was offered. */
  async tellReady(actor: Actor, practice: Practice): Promise<void> {
    await this.tell(actor, 'offered', practice, await this.ready(actor, practice));
  }

  /** Who gets a mail when a practice is offered. */
  async ready(actor: Actor, practice: Practice): Promise<string[]> {
    return recipientsOf(await this.reviewers.readyFor(practice), actor);
  }

  /** Notifies people, but not the one who acted, that something happened; once for the key. */
  async tell(
    actor: Actor,
    event: PracticeEvent,
    { id, version, mechanismId }: Pick<Practice, 'id' | 'version' | 'mechanismId'>,
    accountIds: string[],
  ): Promise<void> {
    await this.outbox.post(this.mail, { id, event, step: version, mechanismId }, accountIds, actor);
  }
}
