import { Hidden, TextArea } from '../../platform/web/fields.js';
import { Conflict, Form, type FormState } from '../../platform/web/form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import type { CompiledSection, SubmissionText } from '../compiled.js';
import type { Submission } from '../submission.entity.js';
import type { Chapter } from '../to-document.js';
import { paragraphsOf } from '../paragraphs.js';
import { Blocks } from './blocks.js';

interface SectionsProps {
  submission: Submission;
  text: SubmissionText;
  chapters: Chapter[];
  editable: boolean;
}

/** The chapters: own words open, the compiled part behind a summary, since it is most of the page. */
export function Sections({ submission, text, chapters, editable }: SectionsProps) {
  const shown = editable ? chapters : chapters.filter((chapter) => chapter.lead !== null);
  return (
    <ol class="cards">
      {shown.map((chapter) => (
        <Section key={chapter.section.key} submission={submission} text={text} chapter={chapter} editable={editable} />
      ))}
    </ol>
  );
}

function Section({ submission, text, chapter, editable }: Omit<SectionsProps, 'chapters'> & { chapter: Chapter }) {
  const { t } = usePage();
  const { section, lead, first } = chapter;
  const words = paragraphsOf(text.own[section.key]);
  // The heading and the own words stand before what was compiled; the board stands on top of the page.
  const compiled = chapter.blocks.slice(1 + words.length).filter((block) => block.type !== 'board');
  const { language } = text.compiled;
  return (
    <li class="card" id={`section-${section.key}`}>
      <h3 lang={language} dir="auto">
        {lead} {section.title}
      </h3>
      {words.length > 0 ? (
        <Prose text={words.join('\n\n')} language={language} />
      ) : (
        editable && <p class="quiet">{t('submission.noOwnWords')}</p>
      )}
      {compiled.length > 0 && (
        <details>
          <summary>{t('submission.compiledPart', { count: compiled.filter((block) => block.type === 'paragraph').length })}</summary>
          <Blocks blocks={compiled} first={first + words.length} language={language} />
        </details>
      )}
      {editable && (
        <p>
          <a href={`/submissions/${submission.id}/sections/${section.key}`}>{t('submission.write')}</a>
        </p>
      )}
    </li>
  );
}

interface SectionPageProps {
  submission: Submission;
  section: CompiledSection | null;
  sectionKey: string;
  state: FormState;
}

/** Own words of one section. */
export function SectionPage({ submission, section, sectionKey, state }: SectionPageProps) {
  const { t } = usePage();
  const { id, title, language } = submission;
  const current = state.conflict?.current as { text: string | null; version: number } | undefined;
  return (
    <Layout
      title={section?.title ?? t('submission.write')}
      titleLanguage={section ? language : undefined}
      crumbs={[
        { label: t('submission.submissions'), href: '/submissions' },
        { label: title, href: `/submissions/${id}` },
      ]}
    >
      <Conflict state={state}>
        {current && (
          <div class="versions">
            <div>
              <h3>{t('form.yours')}</h3>
              <Prose text={typeof state.values.text === 'string' ? state.values.text : ''} language={language} />
            </div>
            <div>
              <h3>{t('form.theirs')}</h3>
              <Prose text={current.text ?? ''} language={language} />
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
        <TextArea name="text" label={t('submission.ownWords')} hint={t('submission.ownWordsHint')} rows={16} language={language} />
      </Form>
    </Layout>
  );
}
