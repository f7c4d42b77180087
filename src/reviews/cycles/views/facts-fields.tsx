import type { TextKey } from '../../../platform/i18n/i18n.js';
import { CheckBox, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';

/** When something is, how sure that is, and where it says so. */
export function FactsFields({ precisions }: { precisions: readonly string[] }) {
  const { t } = usePage();
  return (
    <>
      <fieldset class="field group">
        <legend>{t('cycle.when')}</legend>
        <p class="hint">{t('cycle.daysHint')}</p>
        <div class="pair">
          <Select
            name="precision"
            label={t('meeting.datePrecision')}
            options={precisions.map((value) => ({ value, label: t(`datePrecision.${value}` as TextKey) }))}
            required
          />
          <TextField
            name="firstDay"
            type="date"
            label={t('cycle.firstDay')}
            required={!precisions.includes('unknown')}
          />
          <TextField name="lastDay" type="date" label={t('cycle.lastDay')} />
        </div>
      </fieldset>
      <CheckBox name="confirmed" label={t('cycle.confirmed')} hint={t('cycle.confirmedHint')} />
      <TextField name="source" label={t('cycle.source')} hint={t('wordings.source.hint')} required />
      <TextArea name="doubts" label={t('cycle.doubtsField')} hint={t('cycle.doubtsHint')} rows={3} />
    </>
  );
}
