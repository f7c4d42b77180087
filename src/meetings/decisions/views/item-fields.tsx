import { headed } from '../../../platform/i18n/isolated.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices, Select, TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Decision } from '../decision.entity.js';

/** Items linked already, to untick; further ones by their codes in a plan. */
export function ItemFields({ decision, plans }: { decision: Decision | null; plans: Plan[] }) {
  const { t, language } = usePage();
  const linked = (decision?.items ?? []).map(({ item }) => ({
    value: item.id,
    label: headed(item.code, rendition(item.title, language).text),
    hint: rendition(item.plan.title, language).text,
  }));
  return (
    <>
      {linked.length > 0 && (
        <Choices
          name="items"
          label={t('decision.items')}
          hint={t('decision.itemsHint')}
          options={linked}
          many
        />
      )}
      {plans.length > 0 && (
        <div class="pair">
          <Select
            name="planId"
            label={t('decision.plan')}
            empty={t('decision.noPlan')}
            options={plans.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }))}
          />
          <TextField name="itemCodes" label={t('decision.itemCodes')} hint={t('decision.itemCodesHint')} />
        </div>
      )}
    </>
  );
}
