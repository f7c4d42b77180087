import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { page, redirect } from '../platform/web/page.js';
import { DeliveriesService } from './mail/deliveries.service.js';
import { ReminderPreviewService } from './rules/reminder-preview.service.js';
import { PageQuery } from './mail/deliveries.dto.js';
import { RulesService } from './rules/rules.service.js';
import { RemindersPage } from './views/reminders.js';

/** What a mechanism's reminders are, what they will do, and what they did. */
@Controller('mechanisms/:mechanismId/reminders')
@Access('reminders.manage')
export class RemindersPages {
  constructor(
    private readonly rules: RulesService,
    private readonly preview: ReminderPreviewService,
    private readonly deliveries: DeliveriesService,
    private readonly mechanisms: MechanismsService,
    private readonly plans: PlansService,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() { cursor }: PageQuery,
  ) {
    const [mechanism, rules, plans, preview, deliveries] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.rules.list(actor, mechanismId),
      this.plans.list(actor, mechanismId),
      this.preview.preview(actor, mechanismId),
      this.deliveries.list(actor, mechanismId, cursor),
    ]);
    return page(<RemindersPage {...{ mechanism, rules, plans, preview, deliveries }} />);
  }

  @Post('deliveries/:id/retry')
  async retry(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @PathId() id: string) {
    await this.deliveries.retry(actor, id);
    return redirect(`/mechanisms/${mechanismId}/reminders#log`, 'notice.reminderRetried');
  }
}
