import { addDays } from '../../platform/i18n/day.js';

interface Term {
  fromDay: string;
  untilDay: string | null;
}

/**
 * Whether a mechanism is without a secretariat once one of its roles ends after `lastDay`, sooner or later before that role
 * would have ended anyway. `others` are the other roles of its secretariat that have not ended and whose people can sign in.
 */
export function leavesNoOffice(
  { untilDay }: Pick<Term, 'untilDay'>,
  others: readonly Term[],
  lastDay: string,
): boolean {
  return !others.some(
    (other) =>
      other.fromDay <= addDays(lastDay, 1) &&
      (other.untilDay === null || (untilDay !== null && other.untilDay >= untilDay)),
  );
}
