import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Account } from '../../accounts/account.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { EVERY_ITEM, ReminderRule, ReminderWish } from '../reminder.entity.js';
import { roundEnds } from '../sweep/round.js';
import { type Subject, Subjects } from '../subjects/subjects.js';
import { readWish, type SignedWish, signWish } from './wish-token.js';

/** A wish as its page shows it. */
export interface WishView {
  wish: SignedWish;
  /** What it is about; null for everything. */
  item: Subject | null;
  /** What holds now. */
  current: ReminderWish | null;
}

/** What people say about being reminded. Nobody has to sign in to say it. */
@Injectable()
export class WishesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly subjects: Subjects,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of the page where a person says their wish. */
  linkFor(wish: SignedWish): string {
    return `${this.config.publicUrl}/reminders/wish/${signWish(wish, this.config.secretKey)}`;
  }

  /** What a token is about. Throws NotFoundError when it was not signed here, or what it is about is gone. */
  async find(token: string): Promise<WishView> {
    const wish = readWish(token, this.config.secretKey);
    if (!wish) throw new NotFoundError('wish');
    const { read } = this.unitOfWork;
    const { accountId, itemId } = wish;
    const item = await this.about(itemId);
    if ((itemId && !item) || !(await read.existsBy(Account, { id: accountId })))
      throw new NotFoundError('wish');
    return { wish, item, current: await read.findOneBy(ReminderWish, { accountId, itemId }) };
  }

  /** Fulfils a token's wish. Saying it twice is saying it once. */
  async say(token: string): Promise<WishView> {
    return this.unitOfWork.run(async (manager) => {
      const view = await this.find(token);
      const { wish, item, current } = view;
      const { accountId, itemId } = wish;
      const untilDay = wish.kind === 'later' && item?.kind === 'item' ? await this.roundEnd(item.id) : null;
      if (current && current.untilDay === untilDay) return view;
      const row = {
        id: uuid(),
        accountId,
        itemId: itemId || EVERY_ITEM,
        untilDay,
        createdAt: this.clock.now(),
      };
      await manager
        .createQueryBuilder()
        .insert()
        .into(ReminderWish)
        .values(row)
        .orUpdate(['untilDay', 'createdAt'], ['accountId', 'itemId'])
        .updateEntity(false)
        .execute();
      await this.record(accountId, 'reminderWish.say', item, { untilDay });
      return this.find(token);
    });
  }

  /** Takes a token's wish back: the person is asked again. */
  async takeBack(token: string): Promise<WishView> {
    const { wish } = await this.find(token);
    await this.remove(wish.accountId, wish.itemId);
    return this.find(token);
  }

  /** The signed-in person's own wishes that still hold, with what they are about (null: everything). */
  async mine(actor: Actor): Promise<{ wish: ReminderWish; item: Subject | null }[]> {
    if (!actor.accountId) return [];
    const { read } = this.unitOfWork;
    const wishes = await read.find(ReminderWish, {
      where: { accountId: actor.accountId },
      order: { createdAt: 'ASC' },
    });
    const today = dayIn(actor.zone, this.clock.now());
    const holding = wishes.filter(({ untilDay }) => untilDay === null || untilDay > today);
    const items = await this.subjects.of(holding.flatMap(({ itemId }) => itemId || []));
    return holding.flatMap((wish) => {
      const item = items.get(wish.itemId) ?? null;
      return item || wish.itemId === EVERY_ITEM ? [{ wish, item }] : [];
    });
  }

  /** Takes one of the actor's own wishes back. */
  async takeBackMine(actor: Actor, wishId: string): Promise<void> {
    const where = { id: wishId, accountId: actor.accountId! };
    const wish = await this.unitOfWork.read.findOneBy(ReminderWish, where);
    if (!wish) throw new NotFoundError('wish');
    await this.remove(wish.accountId, wish.itemId);
  }

  private async remove(accountId: string, itemId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const removed = await manager.delete(ReminderWish, { accountId, itemId });
      if (!removed.affected) return;
      await this.record(accountId, 'reminderWish.takeBack', await this.about(itemId));
    });
  }

  private async about(itemId: string): Promise<Subject | null> {
    return itemId ? ((await this.subjects.of([itemId])).get(itemId) ?? null) : null;
  }

  private async roundEnd(itemId: string): Promise<Day> {
    const where = { id: itemId };
    const item = await this.unitOfWork.read.findOneOrFail(PlanItem, { where, relations: { plan: true } });
    const { mechanismId } = item.plan;
    const rules = await this.unitOfWork.read.findBy(ReminderRule, { mechanismId, enabled: true });
    const mechanism = await this.unitOfWork.read.findOneByOrFail(Mechanism, { id: mechanismId });
    const speaking = rules.filter((rule) => rule.planId === null || rule.planId === item.planId);
    return roundEnds(speaking, item.whenEnd, mechanism.zone, this.clock.now());
  }

  private async record(
    accountId: string,
    action: string,
    item: Subject | null,
    after?: { untilDay: Day | null },
  ): Promise<void> {
    const { name } = await this.unitOfWork.read.findOneByOrFail(Account, { id: accountId });
    const subject = item
      ? { subjectKind: item.kind === 'round' ? 'round' : 'plan-item', subjectId: item.id }
      : { subjectKind: 'account', subjectId: accountId };
    await this.history.record(
      { accountId, name },
      { action, ...subject, scope: item?.mechanismId ?? null, after },
    );
  }
}
