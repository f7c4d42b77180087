import { rendition } from '../../../platform/i18n/localized.js';
import { LANGUAGE_NAMES } from '../../../platform/i18n/i18n.js';
import { FileField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { RoundAddressee } from '../../round/round.entity.js';

/** The questions as a file for colleagues, and the way back. */
export function WordPage({
  addressee: { round },
  base,
  state,
}: {
  addressee: RoundAddressee;
  base: string;
  state: FormState;
}) {
  const { t, language } = usePage();
  const languages = [...new Set([language, ...round.languages])];
  return (
    <Layout
      title={t('answering.word')}
      crumbs={[{ label: rendition(round.title, language).text, href: base }]}
    >
      <p>{t('answering.wordText')}</p>
      <ul>
        {languages.map((code) => (
          <li key={code}>
            <a href={`${base}/questions.docx?language=${code}`} lang={code}>
              {t('answering.download', { language: LANGUAGE_NAMES[code] ?? code })}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t('answering.upload')}</h2>
      <Form action={`${base}/word`} state={state} submit={t('answering.read')} upload>
        <FileField
          name="file"
          label={t('answering.file')}
          hint={t('answering.fileHint')}
          accept=".docx"
          required
        />
      </Form>
    </Layout>
  );
}
