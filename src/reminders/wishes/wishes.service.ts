import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Account } from '../../accounts/account.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Keys } from '../../platform/keys.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { ReminderRule } from '../reminder.entity.js';
import { EVERY_SUBJECT, ReminderWish } from './reminder-wish.entity.js';
import { snoozeEnd } from './snooze.js';
import type { SubjectDescription } from '../subjects/reminder-subject.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';
import { WishLinkEnds } from './wish-link-ends.js';
import { readWish, type SignedWish, signWish } from './wish-token.js';

/** A wish as its page shows it. */
export interface WishView {
  wish: SignedWish;
  /** What it is about; null for everything. */
  subject: SubjectDescription | null;
  /** What holds now. */
  current: ReminderWish | null;
}

/** What people wish about being reminded. Nobody has to sign in for it. */
@Injectable()
export class WishesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly subjects: ReminderSubjects,
    private readonly keys: Keys,
    private readonly ends: WishLinkEnds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of the page where a person makes their wish. */
  linkFor(wish: SignedWish): string {
    return `${this.config.publicUrl}/reminders/wish/${signWish(wish, this.keys, this.clock.now())}`;
  }

  /** What a token is about. Throws NotFoundError when it was not signed here, was ended, or what it is about is gone. */
  async find(token: string): Promise<WishView> {
    const found = readWish(token, this.keys);
    if (!found || (await this.ends.has(found))) throw new NotFoundError('wish');
    return this.view(found.wish);
  }

  private async view(wish: SignedWish): Promise<WishView> {
    const { read } = this.unitOfWork;
    const { accountId, subjectId } = wish;
    const subject = await this.about(subjectId);
    if ((subjectId && !subject) || !(await read.existsBy(Account, { id: accountId })))
      throw new NotFoundError('wish');
    return { wish, subject, current: await read.findOneBy(ReminderWish, { accountId, subjectId }) };
  }

  /** Records a token's wish. A second time changes nothing. */
  async say(token: string): Promise<WishView> {
    return this.unitOfWork.run(async (manager) => this.keep(manager, await this.find(token)));
  }

  /** No more reminders at all, as the signed-in person's own wish. A second time changes nothing. */
  async sayNone({ accountId }: Actor): Promise<void> {
    const wish: SignedWish = { kind: 'none', accountId: accountId!, subjectId: EVERY_SUBJECT };
    await this.unitOfWork.run(async (manager) => this.keep(manager, await this.view(wish)));
  }

  private async keep(manager: EntityManager, view: WishView): Promise<WishView> {
    const { wish, subject, current } = view;
    const { accountId } = wish;
    const untilDay = wish.kind === 'later' && subject ? await this.snoozeEnd(subject) : null;
    if (current && current.untilDay === untilDay) return view;
    const row = {
      id: uuid(),
      accountId,
      subjectKind: subject?.kind ?? EVERY_SUBJECT,
      subjectId: subject?.id ?? EVERY_SUBJECT,
      untilDay,
      createdAt: this.clock.now(),
    };
    await manager
      .createQueryBuilder()
      .insert()
      .into(ReminderWish)
      .values(row)
      .orUpdate(['untilDay', 'createdAt'], ['accountId', 'subjectKind', 'subjectId'])
      .updateEntity(false)
      .execute();
    await this.record(accountId, 'reminderWish.say', subject, { untilDay });
    return this.view(wish);
  }

  /** Takes a token's wish back: the person is asked again. */
  async takeBack(token: string): Promise<WishView> {
    const { wish } = await this.find(token);
    await this.remove(wish.accountId, wish.subjectId);
    return this.find(token);
  }

  /** The signed-in person's own wishes that still hold, with what they are about (null: everything). */
  async mine(actor: Actor): Promise<{ wish: ReminderWish; subject: SubjectDescription | null }[]> {
    if (!actor.accountId) return [];
    const { read } = this.unitOfWork;
    const wishes = await read.find(ReminderWish, {
      where: { accountId: actor.accountId },
      order: { createdAt: 'ASC' },
    });
    const today = dayIn(actor.zone, this.clock.now());
    const holding = wishes.filter(({ untilDay }) => untilDay === null || untilDay > today);
    const subjects = await this.subjects.describe(holding);
    return holding.flatMap((wish) => {
      const subject = subjects.get(wish.subjectId) ?? null;
      // Where a key does not reach, or a role has ended, nobody is told what there was to do.
      const isRead = subject !== null && actor.grants.some(({ scope }) => scope === subject.mechanismId);
      return isRead || wish.subjectId === EVERY_SUBJECT ? [{ wish, subject }] : [];
    });
  }

  /** Takes one of the actor's own wishes back. */
  async takeBackMine(actor: Actor, wishId: string): Promise<void> {
    const where = { id: wishId, accountId: actor.accountId! };
    const wish = await this.unitOfWork.read.findOneBy(ReminderWish, where);
    if (!wish) throw new NotFoundError('wish');
    await this.remove(wish.accountId, wish.subjectId);
  }

  private async remove(accountId: string, subjectId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const removed = await manager.delete(ReminderWish, { accountId, subjectId });
      if (!removed.affected) return;
      await this.record(accountId, 'reminderWish.takeBack', await this.about(subjectId));
    });
  }

  private async about(subjectId: string): Promise<SubjectDescription | null> {
    return subjectId ? this.subjects.find(subjectId) : null;
  }

  /** Null, that is never, for what is not asked about a second time. */
  private async snoozeEnd({ kind, mechanismId, plan, dueDay }: SubjectDescription): Promise<Day | null> {
    if (!this.subjects.ofKind(kind).snoozable) return null;
    const rules = await this.unitOfWork.read.findBy(ReminderRule, { mechanismId, enabled: true });
    const mechanism = await this.unitOfWork.read.findOneByOrFail(Mechanism, { id: mechanismId });
    const speaking = rules.filter((rule) => rule.planId === null || rule.planId === plan?.id);
    return snoozeEnd(speaking, dueDay, mechanism.zone, this.clock.now());
  }

  private async record(
    accountId: string,
    action: string,
    subject: SubjectDescription | null,
    after?: { untilDay: Day | null },
  ): Promise<void> {
    const { name } = await this.unitOfWork.read.findOneByOrFail(Account, { id: accountId });
    const about = subject
      ? { subjectKind: this.subjects.ofKind(subject.kind).historyKind, subjectId: subject.id }
      : { subjectKind: 'account', subjectId: accountId };
    await this.history.record(
      { accountId, name },
      { action, ...about, scope: subject?.mechanismId ?? null, after },
    );
  }
}
