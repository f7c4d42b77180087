import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, LessThan, Not } from 'typeorm';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Keys } from '../keys.js';
import { Gather } from '../gather.js';
import { slicesOf } from '../database/in-slices.js';
import { bundleOf } from './bundles.js';
import { type MessageState, OutgoingMessage } from './message.entity.js';

/** A message that is this worker's from now on, with those that go in its mail, in the order they were posted. */
export interface Claimed {
  message: OutgoingMessage;
  joined: OutgoingMessage[];
}

/** What became of a message that was claimed, or went with one. */
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
  private readonly ends = new Gather((ends: End[][]) => this.finish(ends), TOGETHER_MS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when it is not to be had. */
  claim(id: string): Promise<Claimed | null> {
    return this.claims.one(id);
  }

  /** Marks messages of one mail as sent, skipped, failed, or to be tried again. */
  end(ends: End[]): Promise<void> {
    return this.ends.one(ends);
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
  private async claimAll(ids: string[]): Promise<(Claimed | null)[]> {
    const claimed = await this.unitOfWork.run(async (manager) => {
      const found = await manager.find(OutgoingMessage, {
        where: { id: In(ids), state: 'pending' },
        order: { id: 'ASC' },
        ...this.unlocked,
      });
      const pending = firstOfBundles(found);
      const joined = await this.join(manager, pending);
      const mine = { id: In(pending.map((message) => message.id)), state: 'pending' as const };
      const change = { state: 'sending' as const, claimedAt: this.clock.now() };
      await manager.update(OutgoingMessage, mine, { ...change, attempts: () => 'attempts + 1' });
      return pending.map((message) => ({
        message: Object.assign(message, change, { attempts: message.attempts + 1 }),
        joined: joined.filter(({ leaderId }) => leaderId === message.id),
      }));
    });
    const byId = new Map(claimed.map((one) => [one.message.id, one]));
    return ids.map((id) => {
      const one = byId.get(id) ?? null;
      byId.delete(id);
      return one;
    });
  }

  /**
   * Has all that waits in the same bundles go with these. One that was tried before carries what it carried then: sent
   * twice after a crash, it is the same mail.
   */
  private async join(manager: EntityManager, leaders: OutgoingMessage[]): Promise<OutgoingMessage[]> {
    const bundled = leaders.filter(({ bundle }) => bundle !== null);
    if (bundled.length === 0) return [];
    const fresh = new Map(bundled.filter(isUntried).map((leader) => [bundleOf(leader), leader]));
    if (fresh.size > 0) {
      const waiting = await manager.find(OutgoingMessage, {
        where: {
          accountId: In([...fresh.values()].map(({ accountId }) => accountId)),
          bundle: In([...fresh.values()].map(({ bundle }) => bundle)),
          id: Not(In(leaders.map(({ id }) => id))),
          state: 'pending',
          attempts: 0,
          error: IsNull(),
        },
        ...this.unlocked,
      });
      for (const [bundle, leader] of fresh) {
        const mates = waiting.filter((one) => bundleOf(one) === bundle).map(({ id }) => id);
        const join = { state: 'joined' as const, leaderId: leader.id };
        for (const some of slicesOf(mates)) await manager.update(OutgoingMessage, { id: In(some) }, join);
      }
    }
    return manager.find(OutgoingMessage, {
      where: { leaderId: In(bundled.map(({ id }) => id)), state: 'joined' },
      order: { id: 'ASC' },
    });
  }

  /** On PostgreSQL another worker may ask for the same ones: the first one gets them. */
  private get unlocked() {
    const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
    return this.unitOfWork.sqlite ? {} : { lock };
  }

  private async finish(all: End[][]): Promise<void[]> {
    const ends = all.flat();
    const sent = ends.filter(({ change }) => change.state === 'sent');
    await this.unitOfWork.run(async (manager) => {
      if (sent.length > 0)
        await markSent(manager, sent, { sentAt: this.clock.now(), keyId: this.keys.current.id });
      for (const { id, change } of ends) {
        if (change.state === 'sent') continue;
        const state = In<MessageState>(['sending', 'joined']);
        await manager.update(OutgoingMessage, { id, state }, { ...change, claimedAt: null });
      }
    });
    return all.map(() => undefined);
  }
}

const isUntried = ({ attempts, error }: OutgoingMessage) => attempts === 0 && error === null;

/** Of several that would go together, the one that was posted first leads. */
function firstOfBundles(messages: OutgoingMessage[]): OutgoingMessage[] {
  const led = new Set<string>();
  return messages.filter((message) => {
    if (message.bundle === null || !isUntried(message)) return true;
    const isFirst = !led.has(bundleOf(message));
    led.add(bundleOf(message));
    return isFirst;
  });
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
    .where({ id: In(sent.map(({ id }) => id)), state: In<MessageState>(['sending', 'pending', 'joined']) })
    .setParameters(addresses)
    .execute();
}
