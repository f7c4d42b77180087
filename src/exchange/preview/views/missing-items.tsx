import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { MissingItem } from '../../import-view.service.js';
import type { Preview } from '../outcome.js';

/** Items of the plan that the file does not have: they stay, unless they are ticked one by one. */
export function MissingItems({
  preview,
  hanging,
  state,
}: {
  preview: Preview;
  hanging: MissingItem[];
  state: FormState;
}) {
  const { t } = usePage();
  const ticked = [state.values.remove].flat();
  const more = preview.missing.length - hanging.length;
  const items = new Map(preview.missing.map((item) => [item.id, item]));
  return (
    <fieldset class="field group">
      <legend>{t('exchange.missing.title')}</legend>
      <p class="hint">{t('exchange.missing.hint')}</p>
      <div class="choices">
        {hanging.map(({ id, below, dependents }) => (
          <label key={id} class="choice">
            <input type="checkbox" name="remove" value={id} checked={ticked.includes(id)} />
            <span>
              <CodeAndTitle code={items.get(id)!.code} title={items.get(id)!.title} />
              <small class="quiet">
                {[
                  below > 0 && t('exchange.missing.below', { count: below }),
                  ...dependents.map(({ label, count }) => t(label as TextKey, { count })),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </small>
            </span>
          </label>
        ))}
      </div>
      {more > 0 && <p class="quiet">{t('exchange.missing.more', { count: more })}</p>}
    </fieldset>
  );
}
