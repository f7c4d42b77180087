import { Day } from '../../platform/http/fields.js';

/** Beyond these years a calendar has nothing to tell. */
const NearDay = () => Day({ optional: true, check: [(day) => day >= '2000' && day < '2200', 'error.date'] });

export class ReminderPreviewQuery {
  @NearDay() from!: string | null;
  @NearDay() until!: string | null;
}
