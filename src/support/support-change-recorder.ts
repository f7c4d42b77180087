import { Injectable } from '@nestjs/common';
import { PeopleService } from '../accounts/people.service.js';
import type { Role } from '../accounts/roles.js';
import { History } from '../platform/database/history.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import type { SupportRequest } from './support.entity.js';
import { type SupportEvent, SupportMail } from './support.mail.js';

/** What a change of a request leaves behind: history where it may be read, and mails. Call inside the unit of work. */
@Injectable()
export class SupportChangeRecorder {
  constructor(
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: SupportMail,
    private readonly people: PeopleService,
  ) {}

  /** Under its own id, a scope nobody reads by; and the mechanism's, where the secretariat sees the request. */
  async record(
    actor: Actor,
    action: string,
    { id, mechanismId, toSecretariat }: Pick<SupportRequest, 'id' | 'mechanismId' | 'toSecretariat'>,
    values: { before?: Record<string, unknown>; after?: Record<string, unknown>; secret?: boolean } = {},
  ): Promise<void> {
    const { secret, ...rest } = values;
    for (const scope of toSecretariat && !secret ? [id, mechanismId] : [id])
      await this.history.record(actor, {
        action: `support.${action}`,
        subjectKind: 'support',
        subjectId: id,
        scope,
        ...rest,
      });
  }

  /**
   * Notifies those who hold a role, but not the one who acted, that something happened; once for the key. `of`: only
   * those who speak for one of these.
   */
  async tell(
    actor: Actor,
    event: SupportEvent,
    { id, mechanismId }: Pick<SupportRequest, 'id' | 'mechanismId'>,
    { roles, of, step }: { roles: readonly Role[]; of?: readonly string[]; step: string },
  ): Promise<void> {
    const held = await Promise.all(roles.map((role) => this.people.holders(mechanismId, role)));
    const accounts = held.flat().filter(({ subject }) => !of || (subject !== null && of.includes(subject)));
    const people = accounts.map(({ accountId }) => accountId);
    await this.outbox.post(this.mail, { id, event, step, mechanismId }, people, actor);
  }
}
