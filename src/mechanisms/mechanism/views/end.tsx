import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../mechanism.entity.js';
import { crumbsOf } from './parts.js';

interface EndPageProps {
  kind: 'membership' | 'term';
  mechanism: Mechanism;
  id: string;
  /** Whose membership or term it is. */
  name: string;
  state: FormState;
}

/** Asks for the last day of a membership or term, and says what that means. */
export function EndPage({ kind, mechanism, id, name, state }: EndPageProps) {
  const { t } = usePage();
  const list = `/mechanisms/${mechanism.id}/${kind === 'membership' ? 'members' : 'terms'}`;
  const label = t(kind === 'membership' ? 'mechanisms.members.edit' : 'terms.edit');
  return (
    <Layout
      title={t(`${kind}.end.title`, { name })}
      crumbs={[...crumbsOf(t, mechanism), { label, href: list }]}
    >
      <p>{t(`${kind}.end.text`)}</p>
      <Form action={`${list}/${id}/end`} state={state} submit={t('end.submit')} cancel={list}>
        <TextField name="untilDay" type="date" label={t('end.untilDay')} short required />
      </Form>
    </Layout>
  );
}
