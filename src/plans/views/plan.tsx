import { Fragment, type VNode } from 'preact';
import type { Mechanism } from '../../mechanisms/mechanism.entity.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import type { Plan, PlanItem } from '../plan.entity.js';
import { mayChange } from '../plan-text.js';
import { PlanActions } from './plan-actions.js';
import { PlanFacts } from './plan-facts.js';
import { Tree } from './tree.js';

interface PlanPageProps {
  plan: Plan;
  mechanism: Mechanism;
  items: PlanItem[];
  editable: boolean;
  /** What features further right bring to the plan, under its items. */
  panels: VNode[];
}

export function PlanPage({ plan, mechanism, items, editable, panels }: PlanPageProps) {
  const { t, language } = usePage();
  const title = rendition(plan.title, language);
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={[{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
      actions={editable && <PlanActions plan={plan} />}
    >
      <PlanFacts plan={plan} items={items} />
      {plan.note && (
        <p>
          <LocalizedText value={plan.note} />
        </p>
      )}
      <h2>{plan.levelNames[0] ?? t('plan.items')}</h2>
      {items.length === 0 ? (
        <p class="quiet">{t('plan.empty')}</p>
      ) : (
        <Tree items={items} parentId={null} movable={editable && mayChange(plan)} />
      )}
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}
