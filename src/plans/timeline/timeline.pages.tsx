import { Controller, Get, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Uuid } from '../../platform/http/fields.js';
import { PathId } from '../../platform/http/path-id.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { page } from '../../platform/web/page.js';
import { DayMarks } from '../../platform/web/pictures/day-marks.js';
import { axisOf } from '../../platform/web/pictures/time-axis.js';
import { spanOf } from './plan-timeline.js';
import { TimelineService } from './timeline.service.js';
import { TimelinePage } from './views/timeline.js';

export class TimelineQuery {
  /** The item whose branch is shown; the whole plan without. */
  @Uuid({ omittable: true }) under?: string;
}

@Controller()
export class TimelinePages {
  constructor(
    private readonly timelines: TimelineService,
    private readonly marks: DayMarks,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  /** A plan on an axis of quarters, with what else has a day in that time. */
  @Get('plans/:id/timeline')
  @Access('anyone')
  show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: TimelineQuery) {
    return orSignIn(actor, this.drawn(actor, id, query));
  }

  private async drawn(actor: Actor, id: string, { under }: TimelineQuery) {
    const { plan, timeline } = await this.timelines.ofPlan(actor, id, under);
    const mechanism = await this.mechanisms.find(plan.mechanismId);
    const today = dayIn(mechanism.zone, this.clock.now());
    const span = spanOf(timeline);
    const axis = span && axisOf([span.from, span.until, today]);
    const around = axis ? await this.marks.within(actor, mechanism.id, axis, 'item') : [];
    return page(<TimelinePage {...{ mechanism, plan, timeline, around, today, under }} />);
  }
}
