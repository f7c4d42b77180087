import { Injectable } from '@nestjs/common';
import { PeopleService } from '../accounts/people.service.js';
import type { Role } from '../accounts/roles.js';
import { History } from '../platform/database/history.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import type { SupportRequest } from './support.entity.js';

/** Kind of the mails about requests for support. */
export const SUPPORT_MAIL = 'support';
export const SUPPORT_NEWS = ['released', 'answered', 'moved'] as const;
export type SupportNews = (typeof SUPPORT_NEWS)[number];

/** What a change of a request leaves behind: history where it may be read, and mails. Call inside the unit of work. */
@Injectable()
export class SupportTrail {
  constructor(
    private readonly history: History,
    private readonly outbox: Outbox,
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
   * Tells those who hold a role, but not the one who acted, that something happened; once for the key. `of`: only
   * those who speak for one of these.
   */
  async tell(
    actor: Actor,
    news: SupportNews,
    { id, mechanismId }: Pick<SupportRequest, 'id' | 'mechanismId'>,
    { roles, of, step }: { roles: readonly Role[]; of?: readonly string[]; step: string },
  ): Promise<void> {
    const held = await Promise.all(roles.map((role) => this.people.holders(mechanismId, role)));
    const accounts = held.flat().filter(({ subject }) => !of || (subject !== null && of.includes(subject)));
    const mails = [...new Set(accounts.map(({ accountId }) => accountId))]
      .filter((accountId) => accountId !== actor.accountId)
      .map((accountId) => ({
        key: `support:${news}:${id}:${step}:${accountId}`,
        kind: SUPPORT_MAIL,
        accountId,
        subjectId: id,
      }));
    if (mails.length > 0) await this.outbox.postAll(mails);
  }
}
