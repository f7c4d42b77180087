import { languageName } from '../../../platform/i18n/language-names.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { directionOf, translator } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Tabs } from '../../../platform/web/design/tabs.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundQuestion } from '../../round/round.entity.js';
import { addresseeName, questionTitle } from '../../round/round.view.js';
import { useCrumbs } from '../../round/views/parts.js';
import type { LetterFile } from '../letter-file.entity.js';
import { FileNames } from './files.js';
import type { Preview } from '../letter.service.js';

interface PreviewPageProps {
  mechanism: Mechanism;
  round: Round;
  languages: readonly string[];
  preview: Preview;
  /** Those that go with the mail in this language. */
  files: readonly LetterFile[];
}

/** The mail and the form of a call as those asked will see them, in one of their languages. Nothing in it acts. */
export function PreviewPage({ mechanism, round, languages, preview, files }: PreviewPageProps) {
  const { t, language } = usePage();
  const { addressee } = preview;
  const t2 = translator(preview.language);
  const frame = { lang: preview.language, dir: directionOf(preview.language) };
  return (
    <Layout title={t('collect.preview.title')} crumbs={useCrumbs(mechanism, round)}>
      <p class="quiet">
        {t('collect.preview.text')}{' '}
        {addressee && t('collect.preview.for', { name: addresseeName(addressee, language) })}
      </p>
      <Tabs
        label={t('round.languages')}
        tabs={languages.map((one) => ({
          label: languageName(one, language),
          href: `/rounds/${round.id}/preview?language=${one}`,
          current: one === preview.language,
        }))}
      />
      <section>
        <h2>{t('collect.preview.mail')}</h2>
        <div class="card" {...frame}>
          <h3>{preview.subject}</h3>
          {preview.paragraphs.map((text, index) => (
            <p key={index}>{text}</p>
          ))}
          <p>
            <span class="tag">{t2('round.mail.answer')}</span>
          </p>
          {files.length > 0 && (
            <>
              <h4>{t2('letterFiles.title')}</h4>
              <FileNames files={files} base={`/rounds/${round.id}/letter/files`} />
            </>
          )}
        </div>
      </section>
      <section>
        <h2>{t('collect.preview.form')}</h2>
        <div class="card" {...frame}>
          <h3>{rendition(round.title, preview.language).text}</h3>
          <ol>
            {preview.questions.map((question) => (
              <li key={question.id}>
                <QuestionIn question={question} language={preview.language} />
              </li>
            ))}
          </ol>
        </div>
      </section>
      <p class="buttons">
        {round.state === 'draft' && (
          <a class="button second" href={`/rounds/${round.id}/letter`}>
            {t('collect.letter.edit')}
          </a>
        )}
        <a href={`/rounds/${round.id}`}>{t('collect.back')}</a>
      </p>
    </Layout>
  );
}

function QuestionIn({ question, language }: { question: RoundQuestion; language: string }) {
  const t = translator(language);
  const { text, code, language: of } = questionTitle(question, language);
  const about = question.objective === null ? code : `${t('round.objective', { number: code })}:`;
  return (
    <>
      <p>
        <strong>
          {about} <bdi lang={of}>{text}</bdi>
        </strong>
      </p>
      {question.hint && <p class="hint">{rendition(question.hint, language).text}</p>}
      <textarea rows={2} disabled aria-label={t('round.answer')} />
    </>
  );
}
