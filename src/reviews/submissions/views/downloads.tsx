import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import { FORMATS } from '../../document/render-document.js';

interface DownloadsProps {
  id: string;
  freeze?: number;
  /** Of the document, the original first; where there are several, each has its files. */
  languages?: readonly string[];
}

export function Downloads({ id, freeze, languages = [] }: DownloadsProps) {
  const { t, language: reading } = usePage();
  const several = languages.length > 1 ? languages : [undefined];
  return (
    <>
      {several.map((language) => (
        <div key={language}>
          {language && languageName(language, reading)}
          <ul class="tags" aria-label={t('submission.downloads')}>
            {FORMATS.map((format) => (
              <li key={format}>
                <a href={`/submissions/${id}/document.${format}${query({ freeze, language })}`}>
                  {t(`submission.format.${format}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  return given.length > 0 ? `?${given.join('&')}` : '';
}
