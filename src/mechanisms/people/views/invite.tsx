import { ROLES } from '../../../accounts/roles.js';
import { LANGUAGES, LANGUAGE_NAMES } from '../../../platform/i18n/i18n.js';
import { TextArea, TextField, Select, Choices, CheckBox } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { useStateOptions } from '../../mechanism/views/parts.js';

interface InviteFormProps {
  action: string;
  state: FormState;
  needsContact: boolean;
  /** Codes of who takes part in the mechanism. */
  participants: string[];
}

export function InviteForm({ action, state, needsContact, participants }: InviteFormProps) {
  const { t } = usePage();
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }));
  const roles = ROLES.map((value) => ({ value, label: t(`role.${value}`), hint: t(`role.${value}.hint`) }));
  return (
    <Form action={action} state={state} submit={t('people.invite.submit')}>
      <TextArea name="email" label={t('people.emails')} hint={t('people.emails.hint')} rows={4} required />
      <TextField name="name" label={t('account.name')} hint={t('people.name.hint')} />
      <Select name="language" label={t('account.language')} options={languages} required />
      <Choices name="role" label={t('people.role')} options={roles} required />
      <div class="pair">
        <Select
          name="state"
          label={t('membership.state')}
          hint={t('people.state.hint')}
          options={useStateOptions(participants)}
          empty={t('people.noState')}
        />
        <TextField name="partner" label={t('people.partner')} hint={t('people.partner.hint')} />
      </div>
      <CheckBox name="deputy" label={t('people.deputy')} hint={t('people.deputy.hint')} />
      <div class="pair">
        <TextField name="fromDay" type="date" label={t('period.fromDay')} required />
        <TextField name="untilDay" type="date" label={t('period.untilDay')} hint={t('people.until.hint')} />
      </div>
      {needsContact && (
        <TextField
          name="contact"
          type="email"
          label={t('people.contact')}
          hint={t('people.contact.hint')}
          required
        />
      )}
    </Form>
  );
}
