import { headed } from '../../../platform/i18n/isolated.js';
import type { PlanItem } from '../../../plans/plan/plan.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices, TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';

export function ItemChoice({ items }: { items: PlanItem[] }) {
  const { t, language } = usePage();
  return (
    <>
      <Choices
        name="items"
        label={t('entry.aboutItems')}
        options={items.map((item) => ({
          value: item.id,
          label: headed(item.code, rendition(item.title, language).text),
        }))}
        many
        required
      />
      <TextField name="itemCodes" label={t('entry.otherItems')} hint={t('entry.otherItemsHint')} />
    </>
  );
}
