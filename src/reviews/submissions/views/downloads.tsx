import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import { FORMATS, TEXT_FORMATS } from '../../files/formats.js';
import type { SubmissionFile } from '../../files/submission-file.entity.js';
import { addressOf, sizeIn } from '../../files/views/file-link.js';

interface DownloadsProps {
  id: string;
  freeze?: number;
  /** Of the document, the original first; where there are several, each has its files. */
  languages?: readonly string[];
  /** Of a submitted text, which stay as they are. */
  made?: readonly SubmissionFile[];
}

export function Downloads({ id, freeze, languages = [], made = [] }: DownloadsProps) {
  const { t, language: reading } = usePage();
  if (languages.length < 2)
    return <Files {...{ id, freeze, language: languages[0], formats: FORMATS, made }} />;
  return (
    <>
      {languages.map((language) => (
        <div key={language}>
          {languageName(language, reading)}
          <Files {...{ id, freeze, language, formats: TEXT_FORMATS, made }} />
        </div>
      ))}
      <div>
        {t('submission.allLanguages')}
        <Files {...{ id, freeze, formats: ['zip'], made }} />
      </div>
    </>
  );
}

interface FilesProps {
  id: string;
  freeze?: number;
  language?: string;
  formats: readonly (typeof FORMATS)[number][];
  made: readonly SubmissionFile[];
}

function Files({ id, freeze, language, formats, made }: FilesProps) {
  const { t, language: reading } = usePage();
  return (
    <ul class="tags" aria-label={t('submission.downloads')}>
      {formats.map((format) => {
        const of = { submissionId: id, format, language: format === 'zip' ? '' : language };
        const file = made.find(
          (one) => one.format === format && one.language === of.language && one.freezeNumber === freeze,
        );
        return (
          <li key={format}>
            <a href={addressOf({ ...of, freezeNumber: freeze })} title={file?.sha256 ?? undefined}>
              {t(`submission.format.${format}`)} {file && sizeIn(file, reading)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
