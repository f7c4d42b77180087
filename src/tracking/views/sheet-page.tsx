import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Fold } from '../../platform/web/design/fold.js';
import { Tabs } from '../../platform/web/design/tabs.js';
import { Fragment, type VNode } from 'preact';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Renditions } from '../../platform/web/renditions.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { AmendmentNotice } from '../../plans/amendments/views/amendment-notice.js';
import { CrossCutting } from '../../plans/items/views/cross-cutting.js';
import { DraftNotice } from '../../plans/plan/views/draft-notice.js';
import { periodOf } from '../../plans/plan/labels.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { PlanOverview } from '../../plans/plan/plan-overview.service.js';
import { PlanActions, PlanMainActions } from '../../plans/plan/views/plan-actions.js';
import { PlanFacts } from '../../plans/plan/views/plan-facts.js';
import { PlanStateTag } from '../../plans/plan/views/status-tags.js';
import { Totals } from '../../plans/plan/views/totals.js';
import { PrioritiesSection } from '../../plans/priorities/views/priorities.js';
import type { NamedFilter } from '../sheet-choices.service.js';
import { sheetAddress } from '../sheet-address.js';
import { isNarrowed } from '../sheet-filter.js';
import type { SheetContext, SheetView } from '../sheet-view.js';
import type { SheetColumn, SheetQuery } from '../sheet.dto.js';
import { filterWords } from '../sheet-words.js';
import { SCRIPT_ADDRESS } from '../tracking-script.js';
import { BulkForm } from './bulk-form.js';
import { FilterForm } from './filter-form.js';
import { FilterLinks, SaveFilter } from './saved-filters.js';
import { FileLinks } from './file-links.js';
import { SheetTable } from './sheet-table.js';

interface SheetPageProps {
  plan: Plan;
  mechanism: Mechanism;
  view: SheetView;
  query: SheetQuery;
  overview: PlanOverview;
  /** What features further down bring to the plan. */
  panels: VNode[];
  filters: NamedFilter[];
  owners: Parameters<typeof FilterForm>[0]['owners'];
  context: SheetContext;
  offered: readonly SheetColumn[];
  /** Of the form that changes several items. */
  bulk: FormState;
}

/** A plan's page: its sheet, and under it what else is known of the plan. */
export function SheetPage(props: SheetPageProps) {
  const { plan, mechanism, view, query, overview, filters, owners, context, offered, bulk } = props;
  const { t, language, day } = usePage();
  const title = rendition(plan.title, language);
  const isEmpty = overview.counts.items === 0;
  const period = periodOf(plan, day);
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={[{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
      actions={<PlanMainActions plan={plan} />}
    >
      <Tabs
        label={t('plan.plans')}
        tabs={overview.atWork.map((one) => ({
          label: rendition(one.title, language).text,
          href: `/plans/${one.id}`,
          current: one.id === plan.id,
        }))}
      />
      <p class="sheet-facts">
        <PlanStateTag state={plan.state} /> {period && <span>{period}</span>}{' '}
        <span>{t('plan.countedItems', { count: overview.counts.items })}</span>{' '}
        <a href="#about">{t('sheet.about')}</a>{' '}
        <a href={`/mechanisms/${mechanism.id}/plans?all=on`}>{t('plan.allPlans')}</a>
      </p>
      {isEmpty ? (
        <p class="quiet">{t('plan.empty')}</p>
      ) : (
        <>
          <DraftNotice plan={plan} />
          <FilterLinks {...{ plan, query, filters }} />
          <FilterForm {...{ planId: plan.id, query, offered, columns: view.columns, owners }} />
          {view.flat && <Found {...{ view, query, plan }} />}
          {view.rows.some((row) => row.kind === 'item' && row.path) && (
            <p>
              <a href={`/plans/${plan.id}`}>{t('tree.whole')}</a>
            </p>
          )}
          {context.bulk && <BulkForm {...{ context, query, state: bulk }} />}
          <SheetTable {...{ view, query, context }} />
          {view.flat && <Pages {...{ view, query, plan }} />}
          <FileLinks {...{ plan, query, context }} />
          <SaveFilter {...{ plan, query, filters }} />
          <script type="module" src={SCRIPT_ADDRESS} />
        </>
      )}
      <About {...props} />
    </Layout>
  );
}

/** How many a filter leaves, and the way out of it. */
function Found({ view, query, plan }: Pick<SheetPageProps, 'view' | 'query' | 'plan'>) {
  const { t, language } = usePage();
  const said = filterWords(query, t, language);
  return (
    <p role="status" class="sheet-facts">
      {isNarrowed(query) && <strong>{t('sheet.found', { count: view.total })}</strong>}
      {said.map((words) => (
        <span key={words} class="tag">
          {words}
        </span>
      ))}
      <a href={`/plans/${plan.id}`}>{t('sheet.clear')}</a>
    </p>
  );
}

/** A page of a flat sheet before and after. */
function Pages({ view, query, plan }: Pick<SheetPageProps, 'view' | 'query' | 'plan'>) {
  const { t } = usePage();
  const { from, total, rows } = view;
  const after = from + rows.length;
  const link = (start: number, last: number) =>
    t('tree.more', { first: start + 1, last: Math.min(last, total), total });
  if (from === 0 && after >= total) return null;
  return (
    <p class="pages">
      {from > 0 && (
        <a href={sheetAddress(plan.id, { ...query, from: Math.max(0, from - 100) })} rel="prev">
          {link(Math.max(0, from - 100), from)}
        </a>
      )}{' '}
      {after < total && (
        <a href={sheetAddress(plan.id, { ...query, from: after })} rel="next">
          {link(after, after + 100)}
        </a>
      )}
    </p>
  );
}

/** What is known of the plan besides its items. */
function About({ plan, overview, panels }: SheetPageProps) {
  const { t } = usePage();
  return (
    <section id="about" class="sheet-about">
      <Fold heading label={t('sheet.about')}>
        <div class="actions">
          <PlanActions plan={plan} />
        </div>
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
        {panels.map((panel, index) => (
          <Fragment key={index}>{panel}</Fragment>
        ))}
      </Fold>
    </section>
  );
}
