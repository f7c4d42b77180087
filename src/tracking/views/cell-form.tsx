import { messageText, type TextKey } from '../../platform/i18n/i18n.js';
import { cellLanguage } from '../../exchange/cells/cells.js';
import { STATUS_WORDS } from '../../exchange/words/status-words.data.js';
import { usePage } from '../../platform/web/page-context.js';
import type { FormState } from '../../platform/web/submit-form.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { ITEM_STATUSES } from '../../plans/plan/vocabulary.js';
import type { CHANGED_IN_PLACE } from '../change.dto.js';
import { COLUMN_KEYS } from '../sheet-words.js';

interface CellFormProps {
  item: PlanItem;
  column: (typeof CHANGED_IN_PLACE)[number];
  state: FormState;
}

/** A cell of the sheet as a small form. It names the version that was looked at. */
export function CellForm({ item, column, state }: CellFormProps) {
  const { t, csrf, language } = usePage();
  const address = `/plans/${item.planId}/cells`;
  const error = state.errors.value;
  const value = typeof state.values.value === 'string' ? state.values.value : '';
  const control = {
    name: 'value',
    autofocus: true,
    'aria-label': `${t(COLUMN_KEYS[column])} ${item.code}`,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
  return (
    <form method="post" action={address} class="cell-form" hx-post={address} hx-target="closest td">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="column" value={column} />
      {error && <p class="error">{messageText(t, error)}</p>}
      {column === 'status' ? (
        <select {...control}>
          <option value="">{t('item.noStatus')}</option>
          {ITEM_STATUSES.map((status) => {
            const word = STATUS_WORDS[status][cellLanguage(language)][0]!;
            return (
              <option key={status} value={word} selected={word === value}>
                {t(`itemStatus.${status}` as TextKey)}
              </option>
            );
          })}
        </select>
      ) : (
        <input type="text" dir="auto" {...control} value={value} />
      )}
      <div class="buttons">
        <button type="submit">{t('form.save')}</button>
        <a
          href={`/plans/${item.planId}?at=${item.id}#item-${item.id}`}
          hx-get={`${address}?item=${item.id}&column=${column}&shown=on`}
          hx-target="closest td"
        >
          {t('form.cancel')}
        </a>
      </div>
    </form>
  );
}
