import type { ComponentChildren } from 'preact';
import { principleName } from '../../framework/framework.js';
import type { Mechanism } from '../../mechanisms/mechanism.entity.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Facts } from '../../platform/web/table.js';
import type { PlanItem } from '../plan.entity.js';
import { ObjectiveTags, ownerLabel, WhenText } from './labels.js';

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
      actions={editable && <ItemActions item={item} />}
    >
      {description && <Prose text={description.text} language={description.language} />}
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
          value: item.owners.map((owner) => ownerLabel(owner, t, language)).join(', '),
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
      ]}
    />
  );
}

function ItemActions({ item }: { item: PlanItem }) {
  const { t } = usePage();
  return (
    <>
      <a class="button second" href={`/items/${item.id}/edit`}>
        {t('item.edit')}
      </a>
      <a href={`/items/${item.id}/mapping`}>{t('mapping.open')}</a>
      <a href={`/plans/${item.planId}/items/new?parent=${item.id}`}>{t('item.addBelow')}</a>
      <a href={`/items/${item.id}/place`}>{t('item.place')}</a>
      <a href={`/items/${item.id}/removal`}>{t('item.remove')}</a>
    </>
  );
}
