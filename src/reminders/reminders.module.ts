import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { TroubledMails } from '../accounts/mails/views/trouble.js';
import { can } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../platform/http/actor.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep, QUARTER_HOUR_MS } from '../platform/queue/sweep.js';
import { Panels } from '../platform/web/panels.js';
import { SectionCounts } from '../platform/web/places/section-counts.js';
import { DeliveriesService } from './mail/deliveries.service.js';
import { DeliveryCheck } from './mail/delivery-check.js';
import { DeliveryWriter } from './sweep/delivery-writer.js';
import { DigestPoster } from './sweep/digest-poster.js';
import { MailboxPages } from './mailbox/mailbox.pages.js';
import { MailboxService } from './mailbox/mailbox.service.js';
import { ReminderPreviewService } from './rules/reminder-preview.service.js';
import { ReminderMail } from './mail/reminder.mail.js';
import { DeliveriesApi } from './mail/deliveries.api.js';
import { RulesApi } from './rules/rules.api.js';
import { RemindersPages } from './reminders.pages.js';
import { RemindersService } from './sweep/reminders.service.js';
import { RulesPages } from './rules/rules.pages.js';
import { ResponsesReader } from './subjects/responses.js';
import { RulesService } from './rules/rules.service.js';
import { ItemSubject } from './subjects/item-subject.js';
import { REMINDER_SUBJECTS, type ReminderSubject, type SubjectPage } from './subjects/reminder-subject.js';
import { ReminderSubjects } from './subjects/reminder-subjects.js';
import { RoundSubject } from './subjects/round-subject.js';
import { SubjectReminders } from './views/panels.js';
import { WishesOnAccount, WishesPanel } from './wishes/views/wish.js';
import { WishesPages } from './wishes/wishes.pages.js';
import { EndedWishLinks, WishLinkEnds } from './wishes/wish-link-ends.js';
import { WishLinkHolding } from './wishes/wish-link-holding.js';
import { WishesService } from './wishes/wishes.service.js';
import { ReminderRule } from './reminder.entity.js';
import { ReminderWish } from './wishes/reminder-wish.entity.js';
import { Delivery } from './mail/delivery.entity.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';

/** What people are reminded of, in the order a sweep asks for it. */
const SUBJECTS = [ItemSubject, RoundSubject];

const remindersSweep = defineSweep('reminders.sweep', QUARTER_HOUR_MS);

/** Reminders whose mail did not arrive. */
const FAILED = `SELECT COUNT(*) FROM "delivery" "reminder" JOIN "outgoing_message" "mail" ON "mail"."id" = "reminder"."messageId" WHERE "reminder"."mechanismId" = :place AND "mail"."state" = 'failed'`;

@Module({
  imports: [
    TypeOrmModule.forFeature([ReminderRule, Delivery, ReminderWish, EndedWishLinks]),
    AccountsModule,
    MechanismsModule,
    PlansModule,
    RoundsModule,
  ],
  controllers: [RemindersPages, RulesPages, WishesPages, MailboxPages, RulesApi, DeliveriesApi],
  providers: [
    RemindersService,
    ReminderPreviewService,
    RulesService,
    DeliveriesService,
    WishesService,
    WishLinkEnds,
    WishLinkHolding,
    MailboxService,
    ...SUBJECTS,
    { provide: REMINDER_SUBJECTS, inject: SUBJECTS, useFactory: (...all: ReminderSubject[]) => all },
    ReminderSubjects,
    DeliveryWriter,
    DigestPoster,
    DeliveryCheck,
    ResponsesReader,
    ReminderMail,
  ],
  exports: [RemindersService, ReminderPreviewService, RulesService, DeliveriesService, WishesService],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly reminders: RemindersService,
    private readonly rules: RulesService,
    private readonly wishes: WishesService,
    private readonly deliveries: DeliveriesService,
    private readonly queue: JobQueue,
    private readonly panels: Panels,
    private readonly subjects: ReminderSubjects,
    private readonly mechanisms: MechanismsService,
    private readonly counts: SectionCounts,
  ) {}

  async onModuleInit(): Promise<void> {
    await remindersSweep.start(this.queue, () => this.reminders.sweep());
    this.counts.add('reminders', (actor, mechanismId) =>
      can(actor, 'reminders.manage', mechanismId) ? { select: FAILED } : null,
    );
    for (const subject of this.subjects.all) {
      const { page } = subject;
      if (!page) continue;
      this.panels.add(page.name, 6, (actor, id) => this.undelivered(page, actor, id));
      this.panels.add(page.name, 10, (actor, id) => this.rulesAbout(subject, page, actor, id));
    }
    this.panels.add('own-account', 10, async (actor) =>
      h(WishesOnAccount, { wishes: await this.wishes.mine(actor) }),
    );
    this.panels.add('home', 90, (actor) => this.ownWishes(actor), {
      rows: 'SELECT 1 FROM "reminder_wish" WHERE "accountId" = :account',
    });
  }

  private async ownWishes(actor: Actor) {
    const wishes = await this.wishes.mine(actor);
    return wishes.length > 0 ? h(WishesPanel, { wishes }) : null;
  }

  private async undelivered(page: SubjectPage, actor: Actor, id: string) {
    const mechanismId = await page.mechanismOf(actor, id);
    if (!can(actor, 'reminders.manage', mechanismId)) return null;
    const found = await this.deliveries.undelivered(actor, mechanismId, id);
    if (found.length === 0) return null;
    const delivery = new Map(found.map((one) => [one.mail, one.delivery.id]));
    return h(TroubledMails, {
      title: 'mails.title.reminders',
      mails: found.map(({ mail }) => mail),
      retry: (mail) => `/mechanisms/${mechanismId}/reminders/deliveries/${delivery.get(mail)}/retry`,
    });
  }

  private async rulesAbout(subject: ReminderSubject, page: SubjectPage, actor: Actor, id: string) {
    const mechanismId = await page.mechanismOf(actor, id);
    if (!can(actor, 'reminders.manage', mechanismId)) return null;
    const rules = (await this.rules.list(actor, mechanismId)).filter(
      (rule) => rule.enabled && subject.asks(rule),
    );
    const mechanism = await this.mechanisms.find(mechanismId);
    return h(SubjectReminders, { mechanism, rules, about: subject.about, noRule: page.noRule });
  }
}
