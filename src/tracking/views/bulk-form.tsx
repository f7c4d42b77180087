import { objectiveLabel } from '../../framework/framework.js';
import { objectives } from '../../framework/objectives.data.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { messageText } from '../../platform/i18n/i18n.js';
import { Hidden, Select, TextField } from '../../platform/web/fields.js';
import { usePage } from '../../platform/web/page-context.js';
import { FormHolder } from '../../platform/web/field.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { ITEM_STATUSES } from '../../plans/plan/vocabulary.js';
import { CLEARED } from '../change.dto.js';
import { queryText } from '../sheet-address.js';
import type { SheetContext } from '../sheet-view.js';
import type { SheetQuery } from '../sheet.dto.js';

/** What the ticked rows are to say; it is asked before it is done. */
export function BulkForm(props: { context: SheetContext; query: SheetQuery; state: FormState }) {
  const { context, query, state } = props;
  const { t, csrf, language } = usePage();
  const { planId, movable } = context;
  const wrong = Object.entries(state.errors);
  return (
    <FormHolder.Provider value={{ ...state, filters: true }}>
      <form id="bulk" method="post" action={`/plans/${planId}/bulk`} class="form sheet-bulk">
        <Hidden name="_csrf" value={csrf} />
        <Hidden name="back" value={queryText(query)} />
        {(wrong.length > 0 || state.conflict) && (
          <div class="errors" role="alert" tabIndex={-1} autofocus>
            {state.conflict && <p>{t(state.conflict.reason as TextKey)}</p>}
            {wrong.map(([field, message]) => (
              <p key={field}>{messageText(t, message)}</p>
            ))}
          </div>
        )}
        <details open={wrong.length > 0}>
          <summary>
            {t('sheet.bulkTitle')} <output id="ticked" class="tag" data-label={t('sheet.selected')} hidden />
          </summary>
          <p class="hint">{t('sheet.bulkHint')}</p>
          <div class="filters">
            <Select
              name="status"
              label={t('item.status')}
              empty={t('sheet.asItIs')}
              options={[
                ...ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}`) })),
                { value: CLEARED, label: t('item.noStatus') },
              ]}
            />
            {movable && <TextField name="owners" label={t('sheet.owner')} hint={t('sheet.ownersHint')} />}
            {movable && <TextField name="when" label={t('sheet.date')} hint={t('sheet.dateHint')} />}
            <Select
              name="objectives"
              label={t('sheet.mapTo')}
              empty={t('sheet.asItIs')}
              options={objectives.map(({ number }) => ({
                value: String(number),
                label: `${number} ${objectiveLabel(number, language).text}`,
              }))}
            />
            <div class="buttons">
              <button type="submit">{t('sheet.bulk')}</button>
              <button type="button" id="tick-all" class="second" hidden>
                {t('sheet.tickAll')}
              </button>
            </div>
          </div>
        </details>
      </form>
    </FormHolder.Provider>
  );
}
