import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { Panels } from '../platform/web/panels.js';
import { RoundsReader } from '../rounds/round/rounds-reader.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryLedger } from './sweep/ledger.js';
import { MailboxPages } from './mailbox/mailbox.pages.js';
import { MailboxService } from './mailbox/mailbox.service.js';
import { OpenItems } from './subjects/open-items.js';
import { aboutRounds, OpenRounds } from './subjects/open-rounds.js';
import { ReminderPreview } from './rules/preview.service.js';
import { Recheck } from './mail/recheck.js';
import { ReminderMail } from './mail/reminder.mail.js';
import { RemindersApi } from './reminders.api.js';
import { sweepReminders, SWEEP_EVERY_MS } from './reminders.jobs.js';
import { RemindersPages } from './reminders.pages.js';
import { RemindersService } from './reminders.service.js';
import { RulesPages } from './rules/rules.pages.js';
import { RulesService } from './rules/rules.service.js';
import { Standings } from './subjects/standing.js';
import { Subjects } from './subjects/subjects.js';
import { RemindersPanel, RoundReminders } from './views/reminders.js';
import { WishesPanel } from './wishes/views/wish.js';
import { WishesPages } from './wishes/wishes.pages.js';
import { WishesService } from './wishes/wishes.service.js';

@Global()
@Module({
  controllers: [RemindersPages, RulesPages, WishesPages, MailboxPages, RemindersApi],
  providers: [
    RemindersService,
    ReminderPreview,
    RulesService,
    DeliveriesService,
    WishesService,
    MailboxService,
    OpenItems,
    OpenRounds,
    Subjects,
    DeliveryLedger,
    Standings,
    Recheck,
    ReminderMail,
  ],
  exports: [RemindersService, ReminderPreview, RulesService, DeliveriesService, WishesService],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly reminders: RemindersService,
    private readonly mail: ReminderMail,
    private readonly rules: RulesService,
    private readonly wishes: WishesService,
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
    private readonly panels: Panels,
    private readonly rounds: RoundsReader,
    private readonly mechanisms: MechanismsService,
  ) {}

  async onModuleInit(): Promise<void> {
    this.outbox.renders('reminder', (message) => this.mail.write(message));
    this.queue.handle(sweepReminders, async () => void (await this.reminders.sweep()));
    await this.queue.schedule(sweepReminders, { everyMs: SWEEP_EVERY_MS });
    this.panels.add('mechanism', 60, async (actor, mechanismId) => {
      if (!can(actor, 'reminders.manage', mechanismId)) return null;
      const rules = await this.rules.list(actor, mechanismId);
      return h(RemindersPanel, { mechanismId, active: rules.filter((rule) => rule.enabled).length });
    });
    this.panels.add('round', 10, (actor, roundId) => this.ofRound(actor, roundId));
    this.panels.add('home', 90, async (actor) => {
      const wishes = await this.wishes.mine(actor);
      return wishes.length > 0 ? h(WishesPanel, { wishes }) : null;
    });
  }

  private async ofRound(actor: Actor, roundId: string) {
    const { round } = await this.rounds.find(actor, roundId);
    if (!can(actor, 'reminders.manage', round.mechanismId)) return null;
    const rules = await this.rules.list(actor, round.mechanismId);
    const mechanism = await this.mechanisms.find(round.mechanismId);
    return h(RoundReminders, { mechanism, rules: rules.filter((rule) => rule.enabled && aboutRounds(rule)) });
  }
}
