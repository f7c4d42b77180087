import { Injectable } from '@nestjs/common';
import { Entity, In, PrimaryColumn } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Moment } from '../../platform/database/columns.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type KeyCount, KeyUse } from '../../platform/key-use.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import type { ReadWish } from './wish-token.js';

/** That links in reminders were ended: those of a key, or those that an account got until a moment. */
@Entity('ended_wish_links')
export class EndedWishLinks {
  /** `key:<its id>`, `key:` for those that name none, or `account:<its id>`. */
  @PrimaryColumn({ type: 'varchar', length: 45 }) id!: string;
  @Moment() endedAt!: Date;
}

/** Links in reminders hold all that they say, signed: no row is there to be taken away, so that they ended is one. */
@Injectable()
export class WishLinkEnds extends KeyUse {
  readonly kind = 'wish';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async has({ wish, signed }: ReadWish): Promise<boolean> {
    const [key, account] = [keyScope(signed?.keyId ?? null), `account:${wish.accountId}`];
    const ends = await this.unitOfWork.read.findBy(EndedWishLinks, { id: In([key, account]) });
    return ends.some(({ id, endedAt }) => id === key || !signed || signed.at <= endedAt);
  }

  /** Ends all that an account was sent until now. */
  endOf(accountId: string): Promise<void> {
    return this.note(`account:${accountId}`);
  }

  override endUnder(keyId: string | null): Promise<void> {
    return this.note(keyScope(keyId));
  }

  /** Reminders that were sent, each with its links. */
  async count(): Promise<KeyCount[]> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(OutgoingMessage, 'message')
      .select('message.keyId', 'keyId')
      .addSelect('COUNT(*)', 'count')
      .where({ kind: 'reminder', state: 'sent' })
      .groupBy('message.keyId')
      .getRawMany<{ keyId: string | null; count: string | number }>();
    const ends = await this.unitOfWork.read.find(EndedWishLinks);
    const ended = new Set(ends.map(({ id }) => id));
    return rows
      .filter(({ keyId }) => !ended.has(keyScope(keyId)))
      .map(({ keyId, count }) => ({ keyId, count: Number(count), until: null }));
  }

  private async note(id: string): Promise<void> {
    const ended = { id, endedAt: this.clock.now() };
    await this.unitOfWork.run((manager) => manager.upsert(EndedWishLinks, ended, ['id']));
  }
}

const keyScope = (keyId: string | null) => `key:${keyId ?? ''}`;
