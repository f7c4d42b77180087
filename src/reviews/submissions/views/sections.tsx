import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import type { Submission } from '../submission.entity.js';
import type { Chapter } from '../../document/to-document.js';
import { paragraphsOf } from '../../document/paragraphs.js';
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

/** What was compiled for a chapter; without the board, which stands on top of the page. On a page of its own, open. */
export function CompiledPart({
  chapter,
  text,
  alone,
}: {
  chapter: Chapter;
  text: SubmissionText;
  alone?: boolean;
}) {
  const { t } = usePage();
  // The heading and the own words stand before it.
  const words = paragraphsOf(text.own[chapter.section.key]).length;
  const blocks = chapter.blocks.slice(1 + words).filter((block) => block.type !== 'board');
  if (blocks.length === 0) return null;
  const title = t('submission.compiledPart', {
    count: blocks.filter((block) => block.type === 'paragraph').length,
  });
  const place = { blocks, first: chapter.first + words, language: text.compiled.language };
  return alone ? (
    <section>
      <h2>{title}</h2>
      <Blocks {...place} level={3} />
    </section>
  ) : (
    <details>
      <summary>{title}</summary>
      <Blocks {...place} level={4} />
    </details>
  );
}
