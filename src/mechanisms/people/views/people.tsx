import type { RoleGrant } from '../../../accounts/account.entity.js';
import { ROLES } from '../../../accounts/roles.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../platform/i18n/i18n.js';
import { CheckBox, Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Form, type FormState } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { subjectName } from '../../mechanism/mechanism.view.js';
import { useRoleName } from './delegation.js';
import { crumbsOf, usePeriod, useStateOptions } from '../../mechanism/views/parts.js';

interface PeoplePageProps {
  mechanism: Mechanism;
  grants: RoleGrant[];
  state: FormState;
}

export function PeoplePage({ mechanism, grants, state }: PeoplePageProps) {
  const { t, language } = usePage();
  const periodText = usePeriod();
  const roleName = useRoleName();
  const action = `/mechanisms/${mechanism.id}/people`;
  return (
    <Layout title={t('people.title')} crumbs={crumbsOf(t, mechanism)}>
      <p class="quiet">{t('people.intro')}</p>
      <Table
        caption={t('people.title')}
        rows={grants}
        empty={t('people.empty')}
        columns={[
          { label: t('people.person'), heading: true, cell: (grant) => <PersonCell grant={grant} /> },
          { label: t('people.role'), cell: (grant) => roleName(grant) },
          { label: t('people.for'), cell: (grant) => <bdi>{subjectName(grant, language)}</bdi> },
          { label: t('membership.period'), cell: (grant) => periodText(grant) },
          {
            label: t('list.actions'),
            cell: (grant) => (
              <>
                <a href={`${action}/${grant.id}/end`}>{t('people.end')}</a>
                {grant.role === 'focal-point' && (
                  <>
                    {' '}
                    <a href={`/mechanisms/${mechanism.id}/delegation/${grant.id}`}>{t('handOver.link')}</a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <h2>{t('people.invite')}</h2>
      <p class="quiet">{t('people.invite.text')}</p>
      <InviteForm action={action} state={state} />
    </Layout>
  );
}

function PersonCell({ grant: { account } }: { grant: RoleGrant }) {
  const { t } = usePage();
  return (
    <>
      <bdi>{account.name}</bdi>
      <br />
      <a href={`mailto:${account.email}`}>{account.email}</a>
      {account.passwordHash === null && (
        <>
          <br />
          <small class="quiet">{t('people.invited')}</small>
        </>
      )}
    </>
  );
}

function InviteForm({ action, state }: { action: string; state: FormState }) {
  const { t } = usePage();
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }));
  const roles = ROLES.map((value) => ({ value, label: t(`role.${value}`), hint: t(`role.${value}.hint`) }));
  return (
    <Form action={action} state={state} submit={t('people.invite.submit')}>
      <div class="pair">
        <TextField name="name" label={t('account.name')} required />
        <TextField name="email" type="email" label={t('account.email')} required />
      </div>
      <Select name="language" label={t('account.language')} options={languages} required />
      <Choices name="role" label={t('people.role')} options={roles} required />
      <div class="pair">
        <Select
          name="state"
          label={t('membership.state')}
          hint={t('people.state.hint')}
          options={useStateOptions()}
          empty={t('people.noState')}
        />
        <TextField name="partner" label={t('people.partner')} hint={t('people.partner.hint')} />
      </div>
      <CheckBox name="deputy" label={t('people.deputy')} hint={t('people.deputy.hint')} />
      <div class="pair">
        <TextField name="fromDay" type="date" label={t('period.fromDay')} required />
        <TextField name="untilDay" type="date" label={t('period.untilDay')} hint={t('people.until.hint')} />
      </div>
    </Form>
  );
}

interface EndRolePageProps {
  mechanism: Mechanism;
  grant: RoleGrant;
  state: FormState;
}

/** Says what ending a role means, before it is done. */
export function EndRolePage({ mechanism, grant, state }: EndRolePageProps) {
  const { t, language } = usePage();
  const list = `/mechanisms/${mechanism.id}/people`;
  const subject = subjectName(grant, language);
  const role = subject ? `${t(`role.${grant.role}`)} (${subject})` : t(`role.${grant.role}`);
  return (
    <Layout
      title={t('people.end.title', { name: grant.account.name })}
      crumbs={[...crumbsOf(t, mechanism), { label: t('people.title'), href: list }]}
    >
      <p>{t('people.end.what', { role, mechanism: mechanism.shortName })}</p>
      <ul>
        <li>{t('people.end.access')}</li>
        <li>{t('people.end.content')}</li>
        <li>{t('people.end.others')}</li>
        <li>{t('people.end.again')}</li>
      </ul>
      <Form action={`${list}/${grant.id}/end`} state={state} submit={t('people.end')} cancel={list}>
        <Hidden name="confirmed" value="on" />
        <TextField
          name="untilDay"
          type="date"
          label={t('end.untilDay')}
          hint={t('people.end.hint')}
          short
          required
        />
      </Form>
    </Layout>
  );
}
