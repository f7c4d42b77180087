import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { Hidden, TextArea } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { Submission, SubmissionSection } from '../submission.entity.js';

interface SectionPageProps {
  submission: Submission;
  section: SubmissionSection;
  state: FormState;
}

/** Own words with which one section begins. */
export function SectionPage({ submission, section, state }: SectionPageProps) {
  const { t } = usePage();
  const { id, title, language, mechanismId } = submission;
  const current = state.conflict?.current as (SubmissionSection & { text: string | null }) | undefined;
  return (
    <Layout
      title={section.title[language as 'en'] ?? section.title.en}
      titleLanguage={language}
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
              <Prose text={current.text ?? ''} language={language} />
            </div>
          </div>
        )}
      </Conflict>
      <Form
        action={`/submissions/${id}/sections/${section.key}`}
        state={state}
        submit={t('form.save')}
        cancel={`/submissions/${id}/text/${section.key}`}
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
    </Layout>
  );
}
