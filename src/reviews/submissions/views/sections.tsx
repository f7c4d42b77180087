import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import type { Submission } from '../submission.entity.js';
import type { Chapter } from '../../document/to-document.js';
import { paragraphsOf } from '../../document/paragraphs.js';
import { CompiledPart } from './compiled-part.js';

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
    <div class="cards">
      {shown.map((chapter) => (
        <Section
          key={chapter.section.key}
          submission={submission}
          text={text}
          chapter={chapter}
          editable={editable}
        />
      ))}
    </div>
  );
}

function Section({
  submission,
  text,
  chapter,
  editable,
}: Omit<SectionsProps, 'chapters'> & { chapter: Chapter }) {
  const { t } = usePage();
  const { section, lead } = chapter;
  const words = paragraphsOf(text.own[section.key]);
  const { language } = text.compiled;
  return (
    <section class="card" id={`section-${section.key}`}>
      <h3 lang={language} dir="auto">
        {lead} {section.title}
      </h3>
      {words.length > 0 ? (
        <Prose text={words.join('\n\n')} language={language} />
      ) : (
        editable && <p class="quiet">{t('submission.noOwnWords')}</p>
      )}
      <CompiledPart chapter={chapter} text={text} />
      {editable && (
        <p>
          <a href={`/submissions/${submission.id}/sections/${section.key}`}>{t('submission.write')}</a>
        </p>
      )}
    </section>
  );
}
