import { languageName } from '../../../platform/i18n/language-names.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { Choices, Hidden, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round } from '../round.entity.js';
import { roundsOf, useCrumbs } from './parts.js';

export interface RoundFormProps {
  mechanism: Mechanism;
  /** Null for a new one. */
  round: Round | null;
  state: FormState;
}

export function RoundFormPage({ mechanism, round, state }: RoundFormProps) {
  const { t, language } = usePage();
  const stands = state.conflict?.current as Round | undefined;
  return (
    <Layout title={t(round ? 'round.edit' : 'rounds.new')} crumbs={useCrumbs(mechanism, round ?? undefined)}>
      <Conflict state={state}>{stands && <p>{rendition(stands.title, language).text}</p>}</Conflict>
      <Form
        action={round ? `/rounds/${round.id}/edit` : roundsOf(mechanism)}
        state={state}
        submit={t(round ? 'form.save' : 'rounds.create')}
        cancel={round ? `/rounds/${round.id}` : roundsOf(mechanism)}
      >
        {round && <Hidden name="version" value={stands?.version ?? (state.values.version as number)} />}
        <LocalizedFields
          name="title"
          label={t('round.title')}
          hint={t('round.titleHint')}
          languages={mechanism.languages}
          required
        />
        <LocalizedFields
          name="reason"
          label={t('round.reason')}
          hint={t('round.reasonHint')}
          languages={mechanism.languages}
          long
        />
        <TextField
          name="dueDay"
          type="date"
          label={t('round.dueDay')}
          hint={t('round.dueDayHint')}
          short
          required
        />
        <div class="pair">
          <TextField
            name="periodStart"
            type="date"
            label={t('round.periodStart')}
            hint={t('round.periodHint')}
            required
          />
          <TextField name="periodEnd" type="date" label={t('round.periodEnd')} required />
        </div>
        <Choices
          name="languages"
          label={t('round.languages')}
          hint={t('round.languagesHint')}
          options={LANGUAGES.map((value) => ({ value, label: languageName(value, language) }))}
          many
          required
        />
      </Form>
    </Layout>
  );
}
