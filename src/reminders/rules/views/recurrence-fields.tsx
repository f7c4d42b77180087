import { zoneName } from '../../../platform/i18n/zones.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { NTHS, PERIODS } from '../recurrence.js';
import { weekdayName } from './sentences.js';

export function RecurrenceFields({ zone }: { zone: string }) {
  const { t, language } = usePage();
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: weekdayName(day, language),
  }));
  return (
    <fieldset class="field">
      <legend>{t('reminders.recurrence')}</legend>
      <p class="hint">{t('reminders.recurrenceHint', { zone: zoneName(zone, language) })}</p>
      <div class="pair">
        <Select
          name="recurrence.nth"
          label={t('reminders.nth')}
          options={NTHS.map((nth) => ({ value: String(nth), label: t(`reminders.nth.${nth}`) }))}
          required
        />
        <Select name="recurrence.weekday" label={t('reminders.weekday')} options={weekdays} required />
      </div>
      <div class="pair">
        <Select
          name="recurrence.every"
          label={t('reminders.every')}
          options={PERIODS.map((value) => ({ value, label: t(`reminders.of.${value}`) }))}
          required
        />
        <TextField name="recurrence.time" type="time" label={t('reminders.time')} required />
      </div>
    </fieldset>
  );
}
