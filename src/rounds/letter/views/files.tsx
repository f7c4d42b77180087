import { LANGUAGE_NAMES } from '../../../platform/i18n/i18n.js';
import { FileField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import type { LetterFile } from '../letter-file.entity.js';

/** Files to open; `base` is where they are, and without it they are only named. */
export function FileNames(props: {
  files: readonly LetterFile[];
  base?: string;
  act?: (file: LetterFile) => string;
}) {
  const { t, language } = usePage();
  const { files, base, act } = props;
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1, style: 'unit', unit: 'megabyte' });
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          {base ? (
            <a href={`${base}/${file.id}`}>
              <bdi>{file.name}</bdi>
            </a>
          ) : (
            <bdi>{file.name}</bdi>
          )}{' '}
          <span class="quiet">{size.format(Math.max(file.bytes / 1_000_000, 0.1))}</span>{' '}
          {act && <PostButton action={act(file)} label={t('letterFiles.remove')} quiet />}
        </li>
      ))}
    </ul>
  );
}

/** What goes with a call, for those who are asked; nothing where there is nothing. */
export function FilesOfCall({ files, base }: { files: readonly LetterFile[]; base: string }) {
  const { t } = usePage();
  if (files.length === 0) return null;
  return (
    <section>
      <h2>{t('letterFiles.title')}</h2>
      <FileNames files={files} base={base} />
    </section>
  );
}

interface FileFormsProps {
  roundId: string;
  languages: readonly string[];
  files: readonly LetterFile[];
  /** A file that was not taken, and in which language. */
  refused?: { language: string; state: FormState };
}

/** The files of a letter by language, with a field to add one in each. */
export function FileForms({ roundId, languages, files, refused }: FileFormsProps) {
  const { t } = usePage();
  const base = `/rounds/${roundId}/letter/files`;
  const all = [...new Set([...languages, ...files.map(({ language }) => language)])];
  return (
    <section id="files">
      <h2>{t('letterFiles.title')}</h2>
      <p class="quiet">{t('letterFiles.text')}</p>
      {all.map((language) => (
        <section key={language}>
          {all.length > 1 && <h3 lang={language}>{LANGUAGE_NAMES[language] ?? language}</h3>}
          <FileNames
            files={files.filter((file) => file.language === language)}
            base={base}
            act={({ id }) => `${base}/${id}/removal`}
          />
          <Form
            action={`${base}?language=${language}`}
            state={refused?.language === language ? refused.state : emptyForm()}
            submit={t('letterFiles.add')}
            second
            upload
          >
            <FileField name="file" label={t('letterFiles.file')} hint={t('letterFiles.hint')} required />
          </Form>
        </section>
      ))}
    </section>
  );
}
