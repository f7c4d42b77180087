import { Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Mechanism, Membership } from '../../mechanism/mechanism.entity.js';
import { byStateName } from '../../mechanism/mechanism.view.js';
import { MEMBERSHIP_KINDS } from '../membership.dto.js';
import { crumbsOf, StateLink, usePeriod, useStateOptions } from '../../mechanism/views/parts.js';

interface MembersPageProps {
  mechanism: Mechanism;
  memberships: Membership[];
  state: FormState;
}

export function MembersPage({ mechanism, memberships, state }: MembersPageProps) {
  const { t, language } = usePage();
  const periodText = usePeriod();
  const action = `/mechanisms/${mechanism.id}/members`;
  return (
    <Layout title={t('mechanisms.members.edit')} crumbs={crumbsOf(t, mechanism)}>
      <p class="quiet">{t('mechanisms.members.neutral')}</p>
      <Table
        caption={t('mechanisms.members')}
        rows={byStateName(memberships, language)}
        empty={t('mechanisms.members.none')}
        columns={[
          {
            label: t('membership.state'),
            heading: true,
            cell: (one) => <StateLink code={one.stateCode} name={one.ownName} />,
          },
          { label: t('membership.kind'), cell: (one) => t(`membership.${one.kind}`) },
          { label: t('membership.period'), cell: (one) => periodText(one) || t('period.unknown') },
          {
            label: t('list.actions'),
            cell: (one) => <a href={`${action}/${one.id}/end`}>{t('end.link')}</a>,
          },
        ]}
      />
      <h2>{t('membership.add')}</h2>
      <MembershipForm action={action} state={state} participants={memberships.map((one) => one.stateCode)} />
    </Layout>
  );
}

interface MembershipFormProps {
  action: string;
  state: FormState;
  participants: string[];
}

function MembershipForm({ action, state, participants }: MembershipFormProps) {
  const { t } = usePage();
  const kinds = MEMBERSHIP_KINDS.map((value) => ({ value, label: t(`membership.${value}`) }));
  return (
    <Form action={action} state={state} submit={t('membership.add')}>
      <div class="pair">
        <Select
          name="state"
          label={t('membership.state')}
          options={useStateOptions(participants)}
          empty={t('membership.choose')}
        />
        <Select name="kind" label={t('membership.kind')} options={kinds} required />
      </div>
      <details open={Boolean(state.values.otherCode || state.values.ownName || state.errors.ownName)}>
        <summary>{t('membership.other')}</summary>
        <p class="hint">{t('membership.other.hint')}</p>
        <div class="pair">
          <TextField name="ownName" label={t('membership.ownName')} />
          <TextField name="otherCode" label={t('membership.otherCode')} />
        </div>
        <TextArea name="footnote" label={t('membership.footnote')} rows={2} />
      </details>
      <div class="pair">
        <TextField name="fromDay" type="date" label={t('period.fromDay')} />
        <TextField name="untilDay" type="date" label={t('period.untilDay')} />
      </div>
      <TextArea name="source" label={t('membership.source')} hint={t('membership.source.hint')} rows={2} />
      <TextArea name="doubt" label={t('membership.doubt')} hint={t('membership.doubt.hint')} rows={2} />
    </Form>
  );
}
