import { Fragment, type VNode } from 'preact';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Renditions } from '../../../platform/web/renditions.js';
import type { Plan } from '../plan.entity.js';
import type { PlanOverview } from '../plan-overview.service.js';
import { mayChange } from '../plan-text.js';
import type { TreeView } from '../../tree/tree-view.js';
import { AmendmentNotice } from '../../amendments/views/amendment-notice.js';
import { CrossCutting } from '../../items/views/cross-cutting.js';
import { PlanActions } from './plan-actions.js';
import { PlanFacts } from './plan-facts.js';
import { PrioritiesSection } from '../../priorities/views/priorities.js';
import { Totals } from './totals.js';
import { Tree } from '../../tree/views/tree.js';

interface PlanPageProps {
  plan: Plan;
  mechanism: Mechanism;
  /** What of its items is looked at. */
  view: TreeView;
  overview: PlanOverview;
  editable: boolean;
  /** What features further right bring to the plan, under its items. */
  panels: VNode[];
}

export function PlanPage({ plan, mechanism, view, overview, editable, panels }: PlanPageProps) {
  const { t, language } = usePage();
  const title = rendition(plan.title, language);
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={[{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
      actions={<PlanActions plan={plan} />}
    >
      <AmendmentNotice plan={plan} amendment={overview.amendment} />
      <PlanFacts plan={plan} overview={overview} />
      {plan.note && (
        <p>
          <LocalizedText value={plan.note} />
        </p>
      )}
      <Renditions
        texts={[
          { label: t('plan.title'), value: plan.title },
          { label: t('plan.note'), value: plan.note },
          { label: t('plan.source'), value: plan.source },
        ]}
      />
      <PrioritiesSection plan={plan} priorities={overview.priorities} />
      <CrossCutting items={overview.crossCutting} />
      <Totals plan={plan} levels={overview.counts.levels} />
      <h2>{plan.levelNames[0] ?? t('plan.items')}</h2>
      {view.branch.total === 0 && view.path.length === 0 ? (
        <p class="quiet">{t('plan.empty')}</p>
      ) : (
        <Tree view={view} planId={plan.id} movable={editable && mayChange(plan)} />
      )}
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}
