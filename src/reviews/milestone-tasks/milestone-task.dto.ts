import { Day, OneOf, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { Rule } from '../../platform/http/read-input.js';

/** What there is to do, by when, and by whom of the secretariat. */
@Rule<MilestoneTaskFields>(({ dueDay, daysBefore }, wrong) => {
  if (dueDay && daysBefore !== null) wrong('daysBefore', 'error.taskOneDay');
})
class MilestoneTaskFields {
  @Text(300) text!: string;
  @Day({ optional: true }) dueDay!: string | null;
  /** So many days before the milestone begins; it moves with it. */
  @Whole(0, 1000, { optional: true }) daysBefore!: number | null;
  /** Account of somebody who serves in the secretariat; left out: all of them. */
  @Uuid({ optional: true }) accountId!: string | null;
}

export class NewMilestoneTaskInput extends MilestoneTaskFields {
  @Text(36) cycleId!: string;
  /** The milestone's key within its cycle. */
  @Text(60) milestone!: string;
}

export class MilestoneTaskChange extends MilestoneTaskFields {
  @Version() version!: number;
}

/** Which milestone a new task is for. */
export class MilestoneTaskQuery {
  @Text(36) cycle!: string;
  @Text(60) milestone!: string;
}

/** Where the button stood. */
export class MilestoneTaskPress {
  @OneOf(['tasks', 'mechanism', 'cycle'], { default: 'cycle' }) from!: 'tasks' | 'mechanism' | 'cycle';
}
