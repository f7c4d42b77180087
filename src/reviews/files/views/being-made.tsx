import { languageName } from '../../../platform/i18n/language-names.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SubmissionFile } from '../submission-file.entity.js';
import { addressOf, sizeIn } from './file-link.js';

interface MakingProps {
  file: SubmissionFile;
  /** Whether the reader may stop it, and learns why it failed. */
  editor: boolean;
}

interface BeingMadePageProps extends MakingProps {
  title: string;
}

/** For whoever waits for a file longer than a moment. */
export function BeingMadePage({ title, ...making }: BeingMadePageProps) {
  const { t, language: reading } = usePage();
  const { submissionId, format, language } = making.file;
  const name = t(`submission.format.${format}`);
  return (
    <Layout
      title={language ? `${name} (${languageName(language, reading)})` : name}
      crumbs={[
        { label: t('submission.submissions'), href: '/submissions' },
        { label: title, href: `/submissions/${submissionId}` },
      ]}
    >
      <Making {...making} />
    </Layout>
  );
}

/** How far it is. htmx asks again for this piece; without JavaScript a link does. */
export function Making({ file, editor }: MakingProps) {
  const { t } = usePage();
  const { id, submissionId, state, progress } = file;
  const here = `/submissions/${submissionId}/files/${id}`;
  if (state === 'done' || state === 'failed') return <Settled {...{ file, editor }} />;
  return (
    <div
      id="making"
      role="status"
      hx-get={here}
      hx-trigger="every 1s"
      hx-swap="outerHTML"
      {...{ 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }}
    >
      <p>
        <label>
          {t('submission.fileMaking')} <progress max={100} value={progress || undefined} />
        </label>
      </p>
      <div class="actions">
        <a href={addressOf(file)}>{t('submission.lookAgain')}</a>
        {editor && <PostButton action={`${here}/cancel`} label={t('submission.cancelFile')} quiet />}
      </div>
    </div>
  );
}

function Settled({ file, editor }: MakingProps) {
  const { t, language } = usePage();
  const { id, submissionId, state, format, error } = file;
  if (state === 'done')
    return (
      <div id="making" role="status">
        <p>{t('submission.fileReady')}</p>
        <a class="button" href={addressOf(file)}>
          {t(`submission.format.${format}`)} {sizeIn(file, language)}
        </a>
      </div>
    );
  return (
    <div id="making">
      <div class="errors" role="alert">
        <p>{t('submission.fileFailed')}</p>
        {editor && error && (
          <p>
            <bdi>{error}</bdi>
          </p>
        )}
      </div>
      <PostButton
        action={`/submissions/${submissionId}/files/${id}/again`}
        label={t('submission.fileAgain')}
      />
    </div>
  );
}
