import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Round } from '../../round/round.entity.js';
import type { LetterFile } from '../letter-file.entity.js';
import { FileForms } from './files.js';
import { useCrumbs } from '../../round/views/parts.js';

interface LetterPageProps {
  mechanism: Mechanism;
  round: Round;
  /** Those the letter is for. */
  languages: readonly string[];
  state: FormState;
  files: readonly LetterFile[];
  refused?: RefusedFile;
}

/** A file that was not taken. */
export interface RefusedFile {
  language: string;
  state: FormState;
}

/** The words that go with a call, in each language of those asked. */
export function LetterPage({ mechanism, round, languages, state, files, refused }: LetterPageProps) {
  const { t, language } = usePage();
  const stands = state.conflict?.current as Round | undefined;
  return (
    <Layout title={t('collect.letter.title')} crumbs={useCrumbs(mechanism, round)}>
      <p class="quiet">{t('collect.letter.text')}</p>
      <Conflict state={state}>{stands?.letter && <p>{rendition(stands.letter, language).text}</p>}</Conflict>
      <Form
        action={`/rounds/${round.id}/letter`}
        state={state}
        submit={t('collect.letter.save')}
        cancel={`/rounds/${round.id}`}
      >
        <Hidden name="version" value={stands?.version ?? (state.values.version as number)} />
        <LocalizedFields name="subject" label={t('collect.letter.subject')} languages={languages} />
        <LocalizedFields
          name="letter"
          label={t('collect.letter.words')}
          hint={t('collect.letter.wordsHint')}
          languages={languages}
          long
          rows={8}
        />
      </Form>
      <FileForms roundId={round.id} {...{ languages, files, refused }} />
    </Layout>
  );
}
