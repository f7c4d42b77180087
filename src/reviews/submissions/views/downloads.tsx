import { usePage } from '../../../platform/web/page-context.js';
import { FORMATS } from '../../document/render-document.js';

export function Downloads({ id, freeze }: { id: string; freeze?: number }) {
  const { t } = usePage();
  const query = freeze === undefined ? '' : `?freeze=${freeze}`;
  return (
    <ul class="tags" aria-label={t('submission.downloads')}>
      {FORMATS.map((format) => (
        <li key={format}>
          <a href={`/submissions/${id}/document.${format}${query}`}>{t(`submission.format.${format}`)}</a>
        </li>
      ))}
    </ul>
  );
}
