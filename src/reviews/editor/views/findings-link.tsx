import { usePage } from '../../../platform/web/page-context.js';

/** The number of findings, as the way to them. */
export function FindingsCount({ id, count }: { id: string; count: number }) {
  const { t } = usePage();
  return (
    <a href={`/submissions/${id}/findings`}>
      {t('finding.title')} ({t('editor.findings', { count })})
    </a>
  );
}

/** The same where it is not counted yet: the page asks for it once it is shown. */
export function FindingsLink({ id }: { id: string }) {
  const { t } = usePage();
  return (
    <span hx-get={`/submissions/${id}/findings/count`} hx-trigger="load">
      <a href={`/submissions/${id}/findings`}>{t('finding.title')}</a>
    </span>
  );
}
