import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import { translator } from '../../platform/i18n/i18n.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { type CalendarFile, writeCalendar } from './calendar-file.js';
import { dueEvent, meetingEvent } from './calendar-events.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { MeetingsService } from '../meeting/meetings.service.js';

/** A calendar goes back so far; what is older is on the pages. */
const DAYS_BACK = 365;

/** Meetings and due days as calendars, for one actor as they stand now. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
    private readonly meetings: MeetingsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Meetings and due days of the mechanism named, or of all where the actor has a role. A mechanism where they have
   * none any more gives nothing, whatever they could read of it before.
   */
  async fileFor(actor: Actor, mechanismId: string | null): Promise<CalendarFile> {
    const within = (ids: string[]) => ids.filter((id) => mechanismId === null || id === mechanismId);
    const since = addDays(this.clock.now().toISOString().slice(0, 10), -DAYS_BACK);
    const [meetings, items] = await Promise.all([
      this.meetingsSince(since, within(mechanismsWhere(actor, 'meetings.read'))),
      this.itemsDueSince(since, within(mechanismsWhere(actor, 'plans.read'))),
    ]);
    const reader = this.readerOf(actor);
    const nameOf = await this.names(actor);
    const events = [
      ...meetings.map((meeting) => meetingEvent(meeting, nameOf(meeting.mechanismId), reader)),
      ...items.map((item) => dueEvent(item, nameOf(item.plan.mechanismId), reader)),
    ];
    const t = translator(actor.language);
    const name = mechanismId === null ? t('calendar.mine') : nameOf(mechanismId);
    return writeCalendar(name, events);
  }

  /** One meeting. Throws NotFoundError when it is not the actor's to read. */
  async ofMeeting(actor: Actor, id: string): Promise<CalendarFile> {
    const meeting = await this.meetings.find(actor, id);
    const name = shortNameIn(await this.mechanisms.find(meeting.mechanismId), actor.language);
    return writeCalendar(name, [meetingEvent(meeting, name, this.readerOf(actor))]);
  }

  private meetingsSince(since: Day, mechanismIds: string[]): Promise<Meeting[]> {
    const where = { mechanismId: In(mechanismIds), lastDay: MoreThanOrEqual(since) };
    return this.unitOfWork.read.find(Meeting, { where, order: { firstDay: 'ASC', id: 'ASC' } });
  }

  /** Items of plans in force that are due on a day the plan names; a month or a year is no day. */
  private itemsDueSince(since: Day, mechanismIds: string[]): Promise<PlanItem[]> {
    return this.unitOfWork.read.find(PlanItem, {
      where: {
        whenPrecision: 'day',
        whenEnd: MoreThanOrEqual(since),
        plan: { mechanismId: In(mechanismIds), state: 'adopted' },
      },
      relations: { plan: true },
      order: { whenEnd: 'ASC', id: 'ASC' },
    });
  }

  private async names({ language }: Actor): Promise<(mechanismId: string) => string> {
    const names = new Map((await this.mechanisms.list()).map((one) => [one.id, shortNameIn(one, language)]));
    return (id) => names.get(id) ?? id;
  }

  private readerOf = ({ language }: Actor) => ({ language, publicUrl: this.config.publicUrl });
}
