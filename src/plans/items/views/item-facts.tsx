import { listed } from '../../../platform/i18n/listed.js';
import { principleName } from '../../../framework/framework.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import { ownersText, referenceLabel } from '../../plan/labels.js';
import { amountLabel } from '../../plan/money.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { differingGap } from '../funding.js';
import { WhenText } from './labels.js';
import { ItemStatusTag } from '../../plan/views/status-tags.js';

export function ItemFacts({ item }: { item: PlanItem }) {
  const { t, language } = usePage();
  return (
    <Facts
      facts={[
        {
          label: t('item.owners'),
          value: ownersText(item.owners, t, language),
        },
        {
          label: t('item.when'),
          value: item.whenPrecision === 'none' && !item.whenText ? null : <WhenText item={item} />,
        },
        { label: t('item.status'), value: item.status && <ItemStatusTag status={item.status} /> },
        { label: t('item.kind'), value: item.kind },
        {
          label: t('item.principles'),
          value: listed(
            item.principles.map(({ principle }) => principleName(principle, language).text),
            language,
            'unit',
          ),
        },
        {
          label: t('item.references'),
          value:
            item.references.length > 0 &&
            item.references.map((reference) => (
              <div key={reference.id}>
                <bdi>{referenceLabel(reference, t)}</bdi>
              </div>
            )),
        },
        ...fundingFacts(item, t, language),
        {
          label: t('item.particulars'),
          value: [item.crossCutting && t('item.crossCutting'), item.institutional && t('item.institutional')]
            .filter(Boolean)
            .join(' · '),
        },
      ]}
    />
  );
}

/** What the plan states; where the stated gap is not the difference, both stand. */
function fundingFacts({ funding }: PlanItem, t: Translate, language: string) {
  if (!funding) return [];
  const { currency, needed, pledged, gap } = funding;
  const words = (amount: string | null) => amount && amountLabel(amount, currency, language);
  const difference = differingGap(funding);
  return [
    { label: t('funding.needed'), value: words(needed) },
    { label: t('funding.pledged'), value: words(pledged) },
    {
      label: t('funding.gap'),
      value: difference
        ? t('funding.differs', { gap: words(gap), difference: words(difference) })
        : words(gap),
    },
    { label: t('funding.currency'), value: needed || pledged || gap ? null : currency },
  ];
}
