import { zoneName } from '../../../platform/i18n/zones.js';
import { Info } from 'luxon';
import { formatDay } from '../../../platform/i18n/dates.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { DeliveryRecord } from '../../mail/deliveries.service.js';
import type { ReminderRule } from '../../reminder.entity.js';
import type { Day } from '../../../platform/i18n/day.js';

type RuleLike = Pick<ReminderRule, 'kind' | 'days' | 'recurrence' | 'about'>;

/** A rule as one would say it: "Every first Monday of the quarter at 09:00 (Africa/Dakar)". */
export function ruleSentence(rule: RuleLike, zone: string, t: Translate, language: string): string {
  if (rule.kind !== 'periodic') {
    const count = rule.days ?? 0;
    const words = `reminders.rule.${rule.about}` as const;
    return count === 0 ? t(`${words}.sameDay`) : t(`${words}.${rule.kind}`, { count });
  }
  const { every, nth, weekday, time } = rule.recurrence!;
  const day = weekdayName(weekday, language);
  if (every === 'week')
    return t('reminders.rule.weekly', { weekday: day, time, zone: zoneName(zone, language) });
  const which = t(`reminders.nth.${nth}`);
  return t('reminders.rule.recurring', {
    nth: which,
    weekday: day,
    period: t(`reminders.of.${every}`),
    time,
    zone: zoneName(zone, language),
  });
}

/** Because of what a delivery is made: the due day, or the day of a periodic rule. */
export function becauseOf(
  kind: RuleLike['kind'] | undefined,
  dueDay: Day,
  t: Translate,
  language: string,
): string {
  const day = formatDay(dueDay, language);
  return kind === 'periodic' ? t('reminders.because.round', { day }) : t('reminders.because.due', { day });
}

/** What became of a delivery. `moment` prints a moment for the reader. */
export function outcome(
  { state, at, reason, error, item }: DeliveryRecord,
  t: Translate,
  moment: (at: Date) => string,
): string {
  if (state === 'sent' && at) return t('reminders.state.sent', { at: moment(at) });
  if (state === 'retrying' && at) return t('reminders.state.retrying', { at: moment(at), error });
  if (state === 'failed') return t('reminders.state.failed', { error });
  if (state === 'skipped' && reason) return t(item?.words.skipped[reason] ?? `reminders.skipped.${reason}`);
  return t(state === 'skipped' ? 'reminders.state.skipped' : 'reminders.state.waiting');
}

export const weekdayName = (weekday: number, language: string) =>
  Info.weekdays('long', { locale: language })[weekday - 1]!;
