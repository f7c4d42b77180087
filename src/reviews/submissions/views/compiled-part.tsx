import { usePage } from '../../../platform/web/page-context.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import type { Chapter } from '../../document/to-document.js';
import { paragraphsOf } from '../../document/paragraphs.js';
import { Blocks } from './blocks.js';

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
