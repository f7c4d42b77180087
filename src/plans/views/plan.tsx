import type { Mechanism } from '../../mechanisms/mechanism.entity.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Facts, Table } from '../../platform/web/table.js';
import type { Plan, PlanItem } from '../plan.entity.js';
import { movesFrom, type PlanMove } from '../plan-workflow.js';
import { ownerLabel, WhenText } from './labels.js';

interface PlanPageProps {
  plan: Plan;
  mechanism: Mechanism;
  items: PlanItem[];
  editable: boolean;
}

export function PlanPage({ plan, mechanism, items, editable }: PlanPageProps) {
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
        <Tree items={items} parentId={null} editable={editable} />
      )}
    </Layout>
  );
}

function PlanFacts({ plan, items }: { plan: Plan; items: PlanItem[] }) {
  const { t, day } = usePage();
  const unmapped = items.filter((item) => item.objectives.length === 0).length;
  return (
    <Facts
      facts={[
        { label: t('plan.kind'), value: t(`planKind.${plan.kind}` as TextKey) },
        { label: t('plan.state'), value: t(`planState.${plan.state}` as TextKey) },
        { label: t('plan.period'), value: periodOf(plan, day) },
        {
          label: t('plan.adopted'),
          value: plan.adoptedOn && t('plan.adoptedBy', { by: plan.adoptedBy, on: day(plan.adoptedOn) }),
        },
        { label: t('plan.counted'), value: t('plan.countedItems', { count: items.length }) },
        {
          label: t('plan.unmapped'),
          value: items.length > 0 && t('plan.unmappedItems', { count: unmapped }),
        },
        { label: t('plan.source'), value: plan.source && <LocalizedText value={plan.source} /> },
        { label: t('plan.readers'), value: t(plan.isPublic ? 'plan.public' : 'plan.closed') },
      ]}
    />
  );
}

function periodOf(plan: Plan, day: (day: string) => string): string {
  const { periodStart: from, periodEnd: until } = plan;
  return from && until ? `${day(from)} – ${day(until)}` : from || until ? day((from ?? until)!) : '';
}

const moveAddresses: Record<Exclude<PlanMove, 'adopt'>, string> = {
  validate: 'validation',
  supersede: 'supersession',
  close: 'closure',
  reopen: 'reopening',
};

function PlanActions({ plan }: { plan: Plan }) {
  const { t } = usePage();
  return (
    <>
      <a class="button" href={`/plans/${plan.id}/items/new`}>
        {t('plan.addItem')}
      </a>
      <a class="button second" href={`/plans/${plan.id}/edit`}>
        {t('plan.edit')}
      </a>
      {movesFrom(plan.state).map((move) =>
        move === 'adopt' ? (
          <a key={move} href={`/plans/${plan.id}/adoption`}>
            {t('planMove.adopt')}
          </a>
        ) : (
          <PostButton
            key={move}
            action={`/plans/${plan.id}/${moveAddresses[move]}`}
            label={t(`planMove.${move}` as TextKey)}
            quiet
          />
        ),
      )}
    </>
  );
}

function Tree({
  items,
  parentId,
  editable,
}: {
  items: PlanItem[];
  parentId: string | null;
  editable: boolean;
}) {
  const here = items.filter((item) => item.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ol class="tree">
      {here.map((item) => (
        <li key={item.id} id={`item-${item.id}`}>
          <Node item={item} editable={editable} />
          <Tree items={items} parentId={item.id} editable={editable} />
        </li>
      ))}
    </ol>
  );
}

function Node({ item, editable }: { item: PlanItem; editable: boolean }) {
  const { t, language } = usePage();
  const owners = item.owners.map((owner) => ownerLabel(owner, t, language)).join(', ');
  const objectives = item.objectives
    .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : objective))
    .join(', ');
  return (
    <div class="node">
      <span class="code">{item.code}</span>
      <a href={`/items/${item.id}`}>
        <LocalizedText value={item.title} />
      </a>
      <span class="node-end">
        {item.status && <span class="tag">{t(`itemStatus.${item.status}` as TextKey)}</span>}
        {editable && <Steps item={item} />}
      </span>
      <span class="meta">
        {[
          owners,
          objectives &&
            t('item.objectivesList', { list: `\u2066${objectives}\u2069`, count: item.objectives.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {item.whenPrecision !== 'none' && ' · '}
        <WhenText item={item} />
      </span>
    </div>
  );
}

function Steps({ item }: { item: PlanItem }) {
  const { t, csrf } = usePage();
  return (
    <form method="post" action={`/items/${item.id}/step`} class="inline steps">
      <input type="hidden" name="_csrf" value={csrf} />
      <button
        type="submit"
        name="direction"
        value="up"
        class="quiet-button"
        aria-label={t('item.up', { code: item.code })}
      >
        ↑
      </button>
      <button
        type="submit"
        name="direction"
        value="down"
        class="quiet-button"
        aria-label={t('item.down', { code: item.code })}
      >
        ↓
      </button>
    </form>
  );
}

/** The mechanism page's list of plans. */
export function PlansPanel({
  mechanismId,
  plans,
  editable,
}: {
  mechanismId: string;
  plans: Plan[];
  editable: boolean;
}) {
  const { t, day } = usePage();
  return (
    <section>
      <h2>{t('plan.plans')}</h2>
      <Table
        caption={t('plan.plans')}
        rows={plans}
        rowKey={(plan) => plan.id}
        empty={t('plan.none')}
        columns={[
          {
            label: t('plan.title'),
            heading: true,
            cell: (plan) => (
              <a href={`/plans/${plan.id}`}>
                <LocalizedText value={plan.title} />
              </a>
            ),
          },
          { label: t('plan.kind'), cell: (plan) => t(`planKind.${plan.kind}` as TextKey) },
          { label: t('plan.state'), cell: (plan) => t(`planState.${plan.state}` as TextKey) },
          { label: t('plan.period'), cell: (plan) => periodOf(plan, day) },
        ]}
      />
      {editable && (
        <p>
          <a class="button second" href={`/mechanisms/${mechanismId}/plans/new`}>
            {t('plan.new')}
          </a>
        </p>
      )}
    </section>
  );
}
