import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { headed } from '../../../platform/i18n/isolated.js';
import type { ComponentChildren } from 'preact';
import { type Localized, rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { Renditions } from '../../../platform/web/renditions.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { ObjectiveTags } from './labels.js';
import { ItemFacts } from './item-facts.js';
import { ItemActions } from './item-actions.js';

function ItemText({ label, text }: { label: string; text: Localized | null }) {
  const { language } = usePage();
  if (!text) return null;
  const shown = rendition(text, language);
  return (
    <section>
      <h2>{label}</h2>
      <Prose text={shown.text} language={shown.language} />
    </section>
  );
}

interface ItemPageProps {
  /** With its mechanism. */
  item: PlanItem;
  ancestors: PlanItem[];
  children: { items: PlanItem[]; total: number };
  panels: ComponentChildren[];
  editable: boolean;
}

export function ItemPage({ item, ancestors, children, panels, editable }: ItemPageProps) {
  const { t, language } = usePage();
  const { mechanism } = item.plan;
  const title = rendition(item.title, language);
  const description = item.description && rendition(item.description, language);
  const names = (one: PlanItem) => headed(one.code, rendition(one.title, language).text);
  return (
    <Layout
      title={headed(item.code, title.text)}
      titleLanguage={title.language}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
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
          { label: t('item.deliverables'), value: item.deliverables },
          { label: t('item.notes'), value: item.notes },
        ]}
      />
      <ItemFacts item={item} />
      {(['deliverables', 'notes'] as const).map((field) => (
        <ItemText key={field} label={t(`item.${field}`)} text={item[field]} />
      ))}
      <ObjectiveTags item={item} />
      {children.total > 0 && (
        <section>
          <h2>{t('item.below')}</h2>
          <ul>
            {children.items.map((child) => (
              <li key={child.id}>
                <a href={`/items/${child.id}`}>
                  <CodeAndTitle code={child.code} title={child.title} />
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
