import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Keys } from '../keys.js';
import { Gather } from '../gather.js';
import { type MessageState, OutgoingMessage } from './message.entity.js';

/** What became of a message that was claimed. */
interface End {
  id: string;
  change: Partial<OutgoingMessage>;
}

/** Mails that are claimed or done within so many milliseconds share a commit: half as many mails a second without. */
const TOGETHER_MS = 3;

/** Which messages this worker sends: claimed by one conditional UPDATE, and marked when it is done with them. */
@Injectable()
export class MessageClaims {
  private readonly claims = new Gather((ids: string[]) => this.claimAll(ids), TOGETHER_MS);
  private readonly ends = new Gather((ends: End[]) => this.finish(ends), TOGETHER_MS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The message, which is this worker's from now on; null when it is not to be had. */
  claim(id: string): Promise<OutgoingMessage | null> {
    return this.claims.one(id);
  }

  /** Marks a message as sent, skipped, failed, or to be tried again. */
  end(end: End): Promise<void> {
    return this.ends.one(end);
  }

  /** Makes pending again what a worker that died had claimed. */
  async takeBack(): Promise<void> {
    const lapsed = new Date(this.clock.now().getTime() - this.config.mailLeaseSeconds * 1000);
    await this.unitOfWork.run((manager) =>
      manager.update(
        OutgoingMessage,
        { state: 'sending', claimedAt: LessThan(lapsed) },
        { state: 'pending', claimedAt: null },
      ),
    );
  }

  /** In the order asked for. */
  private async claimAll(ids: string[]): Promise<(OutgoingMessage | null)[]> {
    const claimed = await this.unitOfWork.run(async (manager) => {
      const pending = await manager.find(OutgoingMessage, {
        where: { id: In(ids), state: 'pending' },
        // On PostgreSQL another worker may ask for the same ones: the first one gets them.
        ...(!this.unitOfWork.sqlite && { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }),
      });
      const mine = { id: In(pending.map((message) => message.id)), state: 'pending' as const };
      const change = { state: 'sending' as const, claimedAt: this.clock.now() };
      await manager.update(OutgoingMessage, mine, { ...change, attempts: () => 'attempts + 1' });
      return pending.map((message) => Object.assign(message, change, { attempts: message.attempts + 1 }));
    });
    const byId = new Map(claimed.map((message) => [message.id, message]));
    return ids.map((id) => {
      const message = byId.get(id) ?? null;
      byId.delete(id);
      return message;
    });
  }

  private async finish(ends: End[]): Promise<void[]> {
    const sent = ends.filter(({ change }) => change.state === 'sent');
    await this.unitOfWork.run(async (manager) => {
      if (sent.length > 0)
        await markSent(manager, sent, { sentAt: this.clock.now(), keyId: this.keys.current.id });
      for (const { id, change } of ends) {
        if (change.state === 'sent') continue;
        await manager.update(OutgoingMessage, { id, state: 'sending' }, { ...change, claimedAt: null });
      }
    });
    return ends.map(() => undefined);
  }
}

/**
 * One statement for all. What took longer than its lease is pending again by then: if it was sent after all, it is
 * not sent again.
 */
async function markSent(
  manager: EntityManager,
  sent: End[],
  facts: Pick<OutgoingMessage, 'sentAt' | 'keyId'>,
): Promise<void> {
  const addresses = Object.fromEntries(
    sent.flatMap(({ id, change }, index) => [
      [`id${index}`, id],
      [`to${index}`, change.address],
    ]),
  );
  const cases = sent.map((_, index) => `WHEN :id${index} THEN :to${index}`).join(' ');
  await manager
    .createQueryBuilder()
    .update(OutgoingMessage)
    .set({ state: 'sent', ...facts, claimedAt: null, address: () => `CASE "id" ${cases} END` })
    .where({ id: In(sent.map(({ id }) => id)), state: In<MessageState>(['sending', 'pending']) })
    .setParameters(addresses)
    .execute();
}
