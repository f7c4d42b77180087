import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round } from '../round.entity.js';
import { useCrumbs } from './parts.js';
import type { RoundFormProps } from './round-form.js';

export function DueDayPage({ mechanism, round, state }: RoundFormProps & { round: Round }) {
  const { t } = usePage();
  return (
    <Layout title={t('round.extend')} crumbs={useCrumbs(mechanism, round)}>
      <p>{t('round.extendText')}</p>
      <Form
        action={`/rounds/${round.id}/due-day`}
        state={state}
        submit={t('round.extend')}
        cancel={`/rounds/${round.id}`}
      >
        <TextField name="dueDay" type="date" label={t('round.dueDay')} short required />
      </Form>
    </Layout>
  );
}
