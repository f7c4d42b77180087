import { directionOf } from '../../../platform/i18n/i18n.js';
import { Hidden, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { objectiveLabel } from '../../framework.js';
import type { FrameworkLanguage } from '../../framework.types.js';
import type { Wording } from '../wording.entity.js';
import { unverifiedIn } from '../wording-languages.js';

interface WordingFormProps {
  language: FrameworkLanguage;
  wordings: readonly Wording[];
  chosen: Wording | undefined;
  state: FormState | undefined;
}

/** One after another: the next objective without a wording stands ready, with the source of the last one. */
export function WordingForm({ language, wordings, chosen, state }: WordingFormProps) {
  const { t, language: reader } = usePage();
  const open = unverifiedIn(language).filter((one) => !wordings.some(({ objective }) => objective === one));
  const offered = chosen ? [chosen.objective] : open;
  const last = [...wordings].sort((one, other) => Number(other.enteredAt) - Number(one.enteredAt))[0];
  if (offered.length === 0) return <p>{t('wordings.all')}</p>;
  const values = chosen ?? { objective: offered[0], source: last?.source };
  const current = state?.conflict?.current as Wording | undefined;
  const version = current?.version ?? (state ? state.values.version : chosen?.version);
  return (
    <>
      {state && (
        <Conflict state={state}>
          {current && (
            <blockquote lang={language} dir={directionOf(language)}>
              {current.text}
            </blockquote>
          )}
        </Conflict>
      )}
      <Form
        action="/framework/wordings"
        state={state ?? emptyForm({ ...values })}
        submit={t('form.save')}
        cancel={chosen && `/framework/wordings?language=${language}`}
      >
        <Hidden name="language" value={language} />
        {version ? <Hidden name="version" value={version as number} /> : null}
        <Select
          name="objective"
          label={t('wordings.objective')}
          options={offered.map((number) => ({
            value: String(number),
            label: `${number}. ${objectiveLabel(number, reader).text}`,
          }))}
          required
        />
        <TextArea name="text" label={t('wordings.wording')} language={language} rows={3} required />
        <TextField name="source" label={t('wordings.source')} hint={t('wordings.source.hint')} required />
      </Form>
    </>
  );
}
