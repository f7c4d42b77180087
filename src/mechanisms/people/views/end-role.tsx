import { shortNameIn } from '../../mechanism/mechanism-name.js';
import type { RoleGrant } from '../../../accounts/account.entity.js';
import { CheckBox, Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Layout } from '../../../platform/web/layout.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { crumbsOf } from '../../mechanism/views/parts.js';
import { subjectName } from '../../mechanism/mechanism.view.js';

interface EndRolePageProps {
  mechanism: Mechanism;
  grant: RoleGrant;
  /** Whether the mechanism has no secretariat without it. */
  last: boolean;
  state: FormState;
}

/** Says what ending a role means, before it is done. */
export function EndRolePage({ mechanism, grant, last, state }: EndRolePageProps) {
  const { t, language, actor } = usePage();
  const list = `/mechanisms/${mechanism.id}/people`;
  const subject = subjectName(grant, language);
  const role = subject ? `${t(`role.${grant.role}`)} (${subject})` : t(`role.${grant.role}`);
  return (
    <Layout
      title={t('people.end.title', { name: grant.account.name })}
      crumbs={[...crumbsOf(t, mechanism), { label: t('people.title'), href: list }]}
    >
      <p>{t('people.end.what', { role, mechanism: shortNameIn(mechanism, language) })}</p>
      <ul>
        <li>{t('people.end.access')}</li>
        <li>{t('people.end.content')}</li>
        <li>{t('people.end.others')}</li>
        <li>{t('people.end.told')}</li>
        <li>{t('people.end.again')}</li>
      </ul>
      {last && (
        <p class="doubt">
          {t(actor.administrator ? 'press.lastSecretariat' : 'people.end.last', {
            mechanism: shortNameIn(mechanism, language),
          })}{' '}
          {!actor.administrator && (
            <a href={`/mechanisms/${mechanism.id}/delegation/${grant.id}`}>{t('handOver.link')}</a>
          )}
        </p>
      )}
      <Form action={`${list}/${grant.id}/end`} state={state} submit={t('people.end')} cancel={list}>
        <Hidden name="confirmed" value="on" />
        <TextField name="untilDay" type="date" label={t('end.untilDay')} hint={t('people.end.hint')} short />
        <CheckBox name="now" label={t('people.end.now')} hint={t('people.end.now.hint')} />
      </Form>
    </Layout>
  );
}
