import { ChooseField } from '../../platform/web/choosing/choose-field.js';
import type { FieldProps } from '../../platform/web/field.js';
import { usePage } from '../../platform/web/page-context.js';
import type { ItemsToChoose } from './items-to-choose.js';

/** Items of plans, chosen by name; `why` says of one on top what speaks for it. */
export function ChooseItems({
  items,
  why,
  ...field
}: Omit<FieldProps, 'name'> & { items: ItemsToChoose; why?: ReadonlyMap<string, string> }) {
  const { t } = usePage();
  const top = items.top.map((one) => ({ ...one, hint: why?.get(one.value) }));
  return <ChooseField {...field} name="items" top={top} lists={items.lists} open={t('choose.fromPlan')} />;
}
