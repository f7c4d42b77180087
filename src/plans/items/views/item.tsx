import type { ComponentChildren } from 'preact';
import { principleName } from '../../../framework/framework.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { TextKey, Translate } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Renditions } from '../../../platform/web/renditions.js';
import { Facts } from '../../../platform/web/table.js';
import { differingGap } from '../funding.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { isEnded, mayChange } from '../../plan/plan-text.js';
import { ObjectiveTags, ownersText, referenceLabel, WhenText } from './labels.js';
import { amountLabel } from '../money.js';
import { maySetPriorities } from '../../plan/views/plan-actions.js';

interface ItemPageProps {
  item: PlanItem;
  mechanism: Mechanism;
  ancestors: PlanItem[];
  children: { items: PlanItem[]; total: number };
  panels: ComponentChildren[];
  editable: boolean;
}

export function ItemPage({ item, mechanism, ancestors, children, panels, editable }: ItemPageProps) {
  const { t, language } = usePage();
  const title = rendition(item.title, language);
  const description = item.description && rendition(item.description, language);
  const names = (one: PlanItem) => `${one.code} ${rendition(one.title, language).text}`.trim();
  return (
    <Layout
      title={`${item.code} ${title.text}`.trim()}
      titleLanguage={title.language}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        { label: rendition(item.plan.title, language).text, href: `/plans/${item.planId}` },
        ...ancestors.map((ancestor) => ({ label: names(ancestor), href: `/items/${ancestor.id}` })),
      ]}
      actions={<ItemActions item={item} editable={editable} />}
    >
      {description && <Prose text={description.text} language={description.language} />}
      <Renditions
        texts={[
          { label: t('item.title'), value: item.title },
          { label: t('item.description'), value: item.description },
        ]}
      />
      <ItemFacts item={item} />
      <ObjectiveTags item={item} />
      {children.total > 0 && (
        <section>
          <h2>{t('item.below')}</h2>
          <ul>
            {children.items.map((child) => (
              <li key={child.id}>
                <a href={`/items/${child.id}`}>
                  {child.code} <LocalizedText value={child.title} />
                </a>
              </li>
            ))}
          </ul>
          {children.total > children.items.length && (
            <p>
              <a href={`/plans/${item.planId}?under=${item.id}`}>
                {t('tree.all', { count: children.total })}
              </a>
            </p>
          )}
        </section>
      )}
      {panels}
    </Layout>
  );
}

function ItemFacts({ item }: { item: PlanItem }) {
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
        { label: t('item.status'), value: item.status && t(`itemStatus.${item.status}` as TextKey) },
        { label: t('item.kind'), value: item.kind },
        {
          label: t('item.principles'),
          value: item.principles.map(({ principle }) => principleName(principle, language).text).join(', '),
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
          label: t('item.notes'),
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

/** What the reader may do with the item now; what would be refused is not offered. */
function ItemActions({ item, editable }: { item: PlanItem; editable: boolean }) {
  const { t, actor } = usePage();
  const { id, planId, plan } = item;
  const open = editable && !isEnded(plan);
  const movable = editable && mayChange(plan);
  const links = [
    { href: `/items/${id}/mapping`, label: t('mapping.open'), shown: open },
    { href: `/plans/${planId}/items/new?parent=${id}`, label: t('item.addBelow'), shown: movable },
    { href: `/plans/${planId}/carrying?into=${id}`, label: t('carry.intoItem'), shown: movable },
    { href: `/items/${id}/place`, label: t('item.place'), shown: movable },
    { href: `/items/${id}/removal`, label: t('item.remove'), shown: movable },
    {
      href: `/plans/${planId}/priorities/new?item=${id}`,
      label: t('priority.make'),
      shown: maySetPriorities(actor, plan),
    },
  ];
  return (
    <>
      {open && (
        <a class="button second" href={`/items/${id}/edit`}>
          {t('item.edit')}
        </a>
      )}
      {links
        .filter(({ shown }) => shown)
        .map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
    </>
  );
}
