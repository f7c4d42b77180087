import type { VNode } from 'preact';
import type { RoleGrant } from '../../../accounts/account.entity.js';
import { voicesIn } from '../../../accounts/roles.js';
import type { Nomination } from '../../../accounts/seats/nomination.entity.js';
import { Events } from '../../../audit/views/history.js';
import type { AuditEvent } from '../../../platform/database/history.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../platform/i18n/i18n.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { subjectName } from '../../mechanism/mechanism.view.js';
import { crumbsOf, usePeriod } from '../../mechanism/views/parts.js';
import { useSeatName, useWaitsFor } from './seats.js';

/** "Focal point", or "Deputy focal point" for one who stands in. */
export function useRoleName(): (grant: Pick<RoleGrant, 'role' | 'deputy'>) => string {
  const { t } = usePage();
  return ({ role, deputy }) => t(deputy ? 'delegation.deputy' : `role.${role}`);
}

/** Who speaks for the reader's own States: their colleagues, with the days of their roles. */
export function DelegationPage({
  mechanism,
  grants,
  waiting,
  history,
  panels,
}: {
  mechanism: Mechanism;
  grants: RoleGrant[];
  waiting: Nomination[];
  history: AuditEvent[];
  panels: VNode[];
}) {
  const { t, actor, language } = usePage();
  const periodText = usePeriod();
  const roleName = useRoleName();
  const seatName = useSeatName();
  const waitsFor = useWaitsFor();
  // Somebody of the chair or the secretariat has a role of their own to hand over, and no delegation.
  const speaks = voicesIn(actor, mechanism.id).some(({ kind }) => kind === 'state');
  const title = t(speaks ? 'delegation.title' : 'delegation.role');
  return (
    <Layout title={title} crumbs={crumbsOf(t, mechanism)}>
      {speaks && <p class="quiet">{t('delegation.intro')}</p>}
      <Table
        caption={title}
        rows={grants}
        empty={t('people.empty')}
        columns={[
          {
            label: t('people.person'),
            heading: true,
            cell: ({ account }) => (
              <>
                <bdi>{account.name}</bdi>
                <br />
                <a href={`mailto:${account.email}`}>{account.email}</a>
              </>
            ),
          },
          { label: t('people.role'), cell: (grant) => roleName(grant) },
          { label: t('people.for'), cell: (grant) => <bdi>{subjectName(grant, language)}</bdi> },
          { label: t('membership.period'), cell: (grant) => periodText(grant) },
          {
            label: t('list.actions'),
            cell: ({ id, accountId }) =>
              accountId === actor.accountId && (
                <a href={`/mechanisms/${mechanism.id}/delegation/${id}`}>{t('handOver.link')}</a>
              ),
          },
        ]}
      />
      {waiting.length > 0 && (
        <>
          <h2>{t('seat.list')}</h2>
          <ul>
            {waiting.map((one) => (
              <li key={one.id}>
                {one.accountId === actor.accountId || one.stage === 'office' ? (
                  <bdi>{one.account.name}</bdi>
                ) : (
                  <a href={`/seats/${one.id}`}>{one.account.name}</a>
                )}
                : <bdi>{seatName(one)}</bdi>. <span class="quiet">{waitsFor(one, mechanism.zone)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {panels}
      {speaks && (
        <>
          <h2>{t('delegation.history')}</h2>
          <p class="quiet">{t('delegation.history.text')}</p>
          <Events events={history} />
        </>
      )}
    </Layout>
  );
}

interface HandOverPageProps {
  mechanism: Mechanism;
  grant: RoleGrant;
  state: FormState;
  back: string;
}

/** Says what handing over means, before it is done. */
export function HandOverPage({ mechanism, grant, state, back }: HandOverPageProps) {
  const { t, language } = usePage();
  const isState = grant.role === 'focal-point';
  const role = t(`role.${grant.role}`);
  const values = { name: grant.account.name, state: subjectName(grant, language) };
  return (
    <Layout title={t('handOver.title', values)} crumbs={crumbsOf(t, mechanism)}>
      <p>{isState ? t('handOver.what', values) : t('handOver.office', { ...values, role })}</p>
      <ul>
        <li>{t('handOver.ends', values)}</li>
        <li>{t(isState ? 'handOver.drafts' : 'handOver.officeKeeps')}</li>
        <li>{t('handOver.told')}</li>
      </ul>
      <Form
        action={`/mechanisms/${mechanism.id}/delegation/${grant.id}`}
        state={state}
        submit={t('handOver.link')}
        cancel={back}
      >
        <div class="pair">
          <TextField name="name" label={t('handOver.name')} required />
          <TextField name="email" type="email" label={t('account.email')} required />
        </div>
        <Select
          name="language"
          label={t('account.language')}
          hint={t('handOver.language')}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }))}
          required
        />
        <TextField name="fromDay" type="date" label={t('handOver.from')} short required />
      </Form>
    </Layout>
  );
}
