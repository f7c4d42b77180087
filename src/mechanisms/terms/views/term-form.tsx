import { Select, TextField, TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { OFFICES } from '../../mechanism/mechanism.entity.js';
import { useStateOptions } from '../../mechanism/views/parts.js';

interface TermFormProps {
  action: string;
  state: FormState;
  /** Codes of who takes part in the mechanism. */
  participants: string[];
}

export function TermForm({ action, state, participants }: TermFormProps) {
  const { t } = usePage();
  const offices = OFFICES.map((value) => ({ value, label: t(`terms.office.${value}`) }));
  return (
    <Form action={action} state={state} submit={t('terms.add')}>
      <Select name="office" label={t('terms.office')} options={offices} required />
      <div class="pair">
        <Select
          name="state"
          label={t('membership.state')}
          hint={t('terms.holder.hint')}
          options={useStateOptions(participants)}
          empty={t('terms.notState')}
        />
        <TextField name="holder" label={t('terms.otherHolder')} hint={t('terms.otherHolder.hint')} />
      </div>
      <div class="pair">
        <TextField name="fromDay" type="date" label={t('period.fromDay')} required />
        <TextField name="untilDay" type="date" label={t('period.untilDay')} />
      </div>
      <TextArea name="source" label={t('membership.source')} hint={t('membership.source.hint')} rows={2} />
    </Form>
  );
}
