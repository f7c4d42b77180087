import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { FileField, TextArea, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { SectionView } from '../passage.view.js';
import { titleIn } from './title-in.js';

/** The fields of words stand before the file: they are read first. */
export function FigurePage({ view, state }: { view: SectionView; state: FormState }) {
  const { t, language } = usePage();
  const { submission, section } = view;
  const base = `/submissions/${submission.id}`;
  const own = `${base}/sections/${section.key}`;
  const original = submission.language;
  const named = { language: languageName(original, language) };
  return (
    <Layout
      title={t('editor.addFigure')}
      crumbs={[
        placeCrumb(submission.mechanismId),
        { label: submission.title, href: base },
        { label: titleIn(section.title, original), href: own },
      ]}
    >
      {submission.state !== 'drafting' ? (
        <p class="notice">{t('editor.notDrafting')}</p>
      ) : (
        <Form action={`${own}/figures`} state={state} submit={t('editor.addFigure')} cancel={own} upload>
          <TextField name="caption" label={t('editor.figure.caption', named)} language={original} />
          <TextArea
            name="text"
            label={t('editor.figure.text', named)}
            hint={t('editor.figure.textHint')}
            language={original}
            rows={3}
          />
          <FileField
            name="file"
            label={t('editor.figure.file')}
            hint={t('editor.figure.fileHint')}
            accept=".png,.jpg,.jpeg"
            required
          />
        </Form>
      )}
    </Layout>
  );
}
