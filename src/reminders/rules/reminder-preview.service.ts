import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { PeopleService } from '../../accounts/people.service.js';
import { demand } from '../../accounts/roles.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays, type Day, daysBetween } from '../../platform/i18n/day.js';
import { Members } from '../sweep/members.js';
import { ReminderRule, type RuleKind } from '../reminder.entity.js';
import { Delivery } from '../mail/delivery.entity.js';
import { ResponsesReader } from '../subjects/responses.js';
import { CATCH_UP_DAYS } from './schedule.js';
import type { SubjectDescription, SubjectRef } from '../subjects/reminder-subject.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';
import { keyOfLine, messagesOf, type Planned, planned } from './planned-messages.js';
import { type Step, upcomingSteps } from './upcoming-steps.js';

/** One message, as it would go out as things stand. */
export interface PlannedMessage {
  /** The person's own day; it goes out from the morning on. */
  day: Day;
  person: { id: string; name: string; language: string; zone: string };
  lines: PlannedReminder[];
}

export interface PlannedReminder {
  item: SubjectDescription;
  kind: RuleKind;
  ruleId: string;
  dueDay: Day;
}

export interface Preview {
  messages: PlannedMessage[];
  /** What a rule asks about that nobody would be asked about: nobody holds the role. */
  unreached: SubjectDescription[];
}

/** Days a preview may cover; a weekly rule over years would be a long answer to a question nobody has. */
const PREVIEW_DAYS = 366;

const USUAL_DAYS = 90;

/** What would be sent, before it is. Writes nothing. */
@Injectable()
export class ReminderPreviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly responses: ResponsesReader,
    private readonly subjects: ReminderSubjects,
  ) {}

  /**
   * Who would get what on which day, from `from` (today) until `until` (90 days later; both included, a year at
   * most), by the rules, plans, roles and wishes of now. What was sent or answered already is left out.
   */
  async preview(actor: Actor, mechanismId: string, since?: Day, until?: Day): Promise<Preview> {
    demand(actor, 'reminders.manage', mechanismId, 'mechanism');
    const { read } = this.unitOfWork;
    const mechanism = await read.findOneBy(Mechanism, { id: mechanismId });
    if (!mechanism) throw new NotFoundError('mechanism');
    const from = since ?? dayIn(mechanism.zone, this.clock.now());
    const ahead = until ? Math.min(daysBetween(from, until), PREVIEW_DAYS) : USUAL_DAYS;
    const last = addDays(from, ahead);
    const members = new Members(await this.people.holders(mechanismId));
    const rules = await read.find(ReminderRule, {
      where: { mechanismId, enabled: true },
      order: { id: 'ASC' },
    });
    const outlook = { zone: mechanism.zone, members, from, until: last };
    const steps: Step[] = [];
    for (const rule of rules) {
      for await (const step of upcomingSteps(this.subjects, rule, outlook)) steps.push(step);
    }
    const open = await this.withoutPosted(
      steps.flatMap((step) => planned(step, members)),
      from,
    );
    const responses = await this.responses.read(steps.map(refOf), members.people.keys());
    const messages = messagesOf(open, members, responses).filter(({ day }) => day >= from && day <= last);
    const lonely = steps.filter((step) => step.recipients.length === 0 && this.showsUnreached(step));
    const shown = messages.flatMap(({ lines }) => lines.map(({ step }) => step));
    const items = await this.subjects.describe([...lonely, ...shown].map(refOf));
    return {
      messages: messages.map(({ lines, ...message }) => ({ ...message, lines: lines.map(lineWith(items)) })),
      unreached: [...new Set(lonely.map(({ subject }) => items.get(subject.id)!))],
    };
  }

  private showsUnreached({ subject }: Step): boolean {
    return this.subjects.ofKind(subject.kind).showsUnreached;
  }

  private async withoutPosted(lines: Planned[], from: Day): Promise<Planned[]> {
    // A periodic step is not entered before its day; a due day may be, by the rule as it was before it was changed.
    const near = addDays(from, CATCH_UP_DAYS);
    const keys = lines.filter(({ step, day }) => step.rule.kind !== 'periodic' || day <= near).map(keyOfLine);
    const found = await inSlices(keys, (some) =>
      this.unitOfWork.read.find(Delivery, {
        select: { key: true },
        where: { key: In(some), messageId: Not(IsNull()) },
      }),
    );
    const posted = new Set(found.map(({ key }) => key));
    return lines.filter((line) => !posted.has(keyOfLine(line)));
  }
}

const lineWith =
  (items: Map<string, SubjectDescription>) =>
  ({ step: { rule, subject, dueDay } }: Planned): PlannedReminder => ({
    item: items.get(subject.id)!,
    kind: rule.kind,
    ruleId: rule.id,
    dueDay,
  });

const refOf = ({ subject: { kind, id } }: Step): SubjectRef => ({ subjectKind: kind, subjectId: id });
