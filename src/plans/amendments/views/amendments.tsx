import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { can } from '../../../accounts/roles.js';
import { isolated } from '../../../platform/i18n/isolated.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { TextArea, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { type Crumb, Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import type { Amendment, AmendmentChange } from '../amendment.entity.js';
import type { Plan } from '../../plan/plan.entity.js';
import { Changes } from '../../items/views/changes.js';
import { changesBetween } from '../../plan/field-changes.js';

/** The way to a plan. */
export const planCrumbs = (plan: Plan, language: string): Crumb[] => [
  placeCrumb(plan.mechanismId),
  { label: rendition(plan.title, language).text, href: `/plans/${plan.id}` },
];

interface AmendmentsPageProps {
  plan: Plan;
  amendments: Amendment[];
  /** Items that are still there: one that was removed is named and not linked. */
  existing: ReadonlySet<string>;
}

/** Every amendment with all it changed, the latest first. */
export function AmendmentsPage({ plan, amendments, existing }: AmendmentsPageProps) {
  const { t, language, actor } = usePage();
  const editable = can(actor, 'plans.edit', plan.mechanismId);
  const address = `/plans/${plan.id}/amendments`;
  return (
    <Layout
      title={t('amendment.title')}
      crumbs={planCrumbs(plan, language)}
      actions={
        editable &&
        (plan.amendmentId ? (
          <a class="button" href={`${address}/closing`}>
            {t('amendment.close')}
          </a>
        ) : (
          plan.state === 'adopted' && (
            <a class="button" href={`${address}/new`}>
              {t('amendment.new')}
            </a>
          )
        ))
      }
    >
      {amendments.length === 0 && <p class="quiet">{t('amendment.none')}</p>}
      {amendments.map((amendment) => (
        <AmendmentSection key={amendment.id} amendment={amendment} existing={existing} />
      ))}
    </Layout>
  );
}

function AmendmentSection({ amendment, existing }: { amendment: Amendment; existing: ReadonlySet<string> }) {
  const { t, day, moment } = usePage();
  const { number, reason, decidedBy, decidedOn, openedAt, openedBy, closedAt, changes } = amendment;
  return (
    <section id={`amendment-${number}`}>
      <h2>{closedAt ? t('amendment.number', { number }) : t('amendment.underWay', { number })}</h2>
      <Prose text={reason} />
      <Facts
        facts={[
          { label: t('amendment.decidedBy'), value: decidedBy && <bdi>{decidedBy}</bdi> },
          { label: t('amendment.decidedOn'), value: decidedOn && day(decidedOn) },
          {
            label: t('amendment.begun'),
            value: t('amendment.begunBy', { name: isolated(openedBy), on: moment(openedAt) }),
          },
          { label: t('amendment.closed'), value: closedAt && moment(closedAt) },
        ]}
      />
      {changes.length === 0 && <p class="quiet">{t('amendment.noChanges')}</p>}
      {changes.map((change) => (
        <Change key={change.id} change={change} linked={existing.has(change.itemId)} />
      ))}
    </section>
  );
}

function Change({ change, linked }: { change: AmendmentChange; linked: boolean }) {
  const reader = usePage();
  const { t } = reader;
  const { action, before, after, itemId } = change;
  const title = t(`amendment.change.${action}`, {
    code: change.code ? isolated(change.code) : t('item.withoutCode'),
  });
  const about = action === 'plan' ? 'plan' : 'item';
  return (
    <details class="card" open={action === 'update' || action === 'plan'}>
      <summary>{title}</summary>
      <Changes
        changes={changesBetween(before ?? {}, after ?? {}, reader, about)}
        before={t('amendment.before')}
        after={t('amendment.after')}
      />
      {linked && <a href={`/items/${itemId}`}>{t('item.item')}</a>}
    </details>
  );
}

/** Asks why, and who decided; `closing` completes it. */
export function AmendmentFormPage({
  plan,
  state,
  closing,
}: {
  plan: Plan;
  state: FormState;
  closing?: boolean;
}) {
  const { t, language } = usePage();
  const title = t(closing ? 'amendment.close' : 'amendment.new');
  return (
    <Layout title={title} crumbs={planCrumbs(plan, language)}>
      <p>{t(closing ? 'amendment.closeText' : 'amendment.newText')}</p>
      <Conflict state={state} />
      <Form
        action={`/plans/${plan.id}/amendments${closing ? '/closing' : ''}`}
        state={state}
        submit={t(closing ? 'amendment.close' : 'amendment.open')}
        cancel={`/plans/${plan.id}`}
      >
        <TextArea name="reason" label={t('amendment.reason')} rows={3} required />
        <TextField name="decidedBy" label={t('amendment.decidedBy')} hint={t('amendment.decidedByHint')} />
        <TextField name="decidedOn" type="date" label={t('amendment.decidedOn')} />
      </Form>
    </Layout>
  );
}
