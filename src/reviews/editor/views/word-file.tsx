import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { FileField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Submission } from '../../submissions/submission.entity.js';
import { languagesOf } from '../draft.js';
import { isProposed, type WordRow } from '../word-file/compare-word.js';
import type { LookedAt, WaitingUpload } from '../word-file/word-files.service.js';
import { wordDifferences } from '../words/word-differences.js';
import { Differences } from './differences.js';
import { titleIn } from './title-in.js';
import { Words } from './words.js';

interface WordUploadPageProps {
  submission: Submission;
  /** Files that were read, of which nobody has decided yet what is taken. */
  waiting: readonly WaitingUpload[];
  language: string;
  state: FormState;
}

export function WordUploadPage({ submission, waiting, language, state }: WordUploadPageProps) {
  const { t, language: reader, moment } = usePage();
  const base = `/submissions/${submission.id}`;
  return (
    <Layout title={t('wordFile.title')} crumbs={crumbsOf(submission)}>
      <p>{t('wordFile.intro')}</p>
      <ul class="tags" aria-label={t('editor.languages')}>
        {languagesOf(submission).map((one) => (
          <li key={one}>
            <a
              class="tag"
              href={`${base}/word?language=${one}`}
              aria-current={one === language ? 'true' : undefined}
            >
              {languageName(one, reader)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${base}/document.docx?language=${language}`}>{t('wordFile.download')}</a>
      </p>
      <Form
        action={`${base}/word?language=${language}`}
        state={state}
        submit={t('wordFile.upload')}
        upload
        cancel={base}
      >
        <FileField name="file" label={t('wordFile.file')} accept=".docx" required />
      </Form>
      {waiting.length > 0 && (
        <section>
          <h2>{t('wordFile.waiting')}</h2>
          <ul class="list">
            {waiting.map((one) => (
              <li key={one.id}>
                <a href={`${base}/word/${one.id}`}>
                  <bdi>{one.name}</bdi>
                </a>
                <p class="quiet">
                  {languageName(one.language, reader)} · {moment(one.uploadedAt)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

/** What a Word file differs in, with a box at each: what is ticked is taken. */
export function WordDifferencesPage({ submission, upload, rows, state }: LookedAt & { state: FormState }) {
  const { t } = usePage();
  const base = `/submissions/${submission.id}/word`;
  const { comments, repeated, skipped } = upload.content;
  // After something was changed meanwhile the rows are others: what is proposed is ticked again.
  const chosen = state.conflict ? undefined : listOf(state.values.take);
  return (
    <Layout title={t('wordFile.differences')} crumbs={crumbsOf(submission)}>
      <Conflict state={state} />
      <p>
        <bdi>{upload.name}</bdi>
      </p>
      {rows.length === 0 && <p class="notice success">{t('wordFile.same')}</p>}
      {comments.length > 0 && <p>{t('wordFile.comments', { count: comments.length })}</p>}
      {repeated.length + skipped > 0 && <p class="doubt">{t('wordFile.notRead')}</p>}
      <Form
        action={`${base}/${upload.id}`}
        state={state}
        submit={t(rows.length > 0 ? 'wordFile.take' : 'wordFile.done')}
        cancel={`/submissions/${submission.id}`}
        kept={false}
      >
        {rows.map((row) => (
          <Row
            key={row.id}
            {...{ row, submission }}
            language={upload.language}
            ticked={chosen ? chosen.includes(row.id) : isProposed(row)}
          />
        ))}
      </Form>
      <PostButton action={`${base}/${upload.id}/removal`} label={t('wordFile.discard')} quiet />
    </Layout>
  );
}

interface RowProps {
  row: WordRow;
  submission: Submission;
  language: string;
  ticked: boolean;
}

function Row({ row, submission, language, ticked }: RowProps) {
  const { t } = usePage();
  const key = row.kind === 'new' ? row.section : row.passage.sectionKey;
  const section = submission.sections.find((one) => one.key === key);
  const closed = row.kind === 'changed' && row.unequal;
  return (
    <fieldset class="card">
      <legend>
        <label class="choice">
          <input type="checkbox" name="take" value={row.id} checked={ticked && !closed} disabled={closed} />
          <span>
            {t(`wordFile.${row.kind}`)}
            {section && (
              <small class="quiet" lang={submission.language}>
                {' '}
                {titleIn(section.title, submission.language)}
              </small>
            )}
          </span>
        </label>
      </legend>
      {row.kind === 'changed' && row.conflict && <p class="doubt">{t('wordFile.conflict')}</p>}
      {closed && <p class="doubt">{t('wordFile.unequal')}</p>}
      {row.kind === 'changed' && (
        <>
          <Differences stretches={wordDifferences(row.now, row.file, language)} language={language} />
          {row.conflict && (
            <div class="versions">
              <div>
                <h3>{t('wordFile.here')}</h3>
                <Words blocks={row.now} language={language} />
              </div>
              <div>
                <h3>{t('wordFile.inFile')}</h3>
                <Words blocks={row.file} language={language} />
              </div>
            </div>
          )}
        </>
      )}
      {row.kind === 'new' && <Words blocks={row.file} language={language} />}
      {row.kind === 'missing' && <Words blocks={row.now} language={language} />}
      {row.kind !== 'missing' && row.tracked.length > 0 && (
        <p class="quiet">
          {t('wordFile.tracked', { names: [...new Set(row.tracked.map(({ author }) => author))].join(', ') })}
        </p>
      )}
    </fieldset>
  );
}

const listOf = (value: unknown): string[] | undefined =>
  value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(String);

const crumbsOf = (submission: Submission) => [
  placeCrumb(submission.mechanismId),
  { label: submission.title, href: `/submissions/${submission.id}` },
];
