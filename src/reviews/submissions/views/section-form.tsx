import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { Hidden, TextArea } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import type { Submission, SubmissionSection } from '../submission.entity.js';
import { chaptersOf } from '../../document/to-document.js';
import { CompiledPart } from './compiled-part.js';

interface SectionPageProps {
  submission: Submission;
  sectionKey: string;
  /** Null before the first compilation. */
  text: SubmissionText | null;
  state: FormState;
}

/** Own words of one section, over what was compiled for it. */
export function SectionPage({ submission, sectionKey, text, state }: SectionPageProps) {
  const { t } = usePage();
  const { id, title, language, mechanismId } = submission;
  const chapter = text && chaptersOf(text).find(({ section }) => section.key === sectionKey);
  const current = state.conflict?.current as SubmissionSection | undefined;
  return (
    <Layout
      title={chapter?.section.title ?? t('submission.write')}
      titleLanguage={chapter ? language : undefined}
      crumbs={[placeCrumb(mechanismId), { label: title, href: `/submissions/${id}` }]}
    >
      <Conflict state={state}>
        {current && (
          <div class="versions">
            <div>
              <h3>{t('form.yours')}</h3>
              <Prose
                text={typeof state.values.text === 'string' ? state.values.text : ''}
                language={language}
              />
            </div>
            <div>
              <h3>{t('form.theirs')}</h3>
              <Prose text={current.edited ?? ''} language={language} />
            </div>
          </div>
        )}
      </Conflict>
      <Form
        action={`/submissions/${id}/sections/${sectionKey}`}
        state={state}
        submit={t('form.save')}
        cancel={`/submissions/${id}#section-${sectionKey}`}
      >
        <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        <TextArea
          name="text"
          label={t('submission.ownWords')}
          hint={t('submission.ownWordsHint')}
          rows={16}
          language={language}
        />
      </Form>
      {text && chapter && <CompiledPart chapter={chapter} text={text} alone />}
    </Layout>
  );
}
