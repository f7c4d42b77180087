import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { languagesOf } from '../../compilation/ask.js';
import type { ReadDocument } from '../../document/documents.service.js';
import type { TextPage } from '../../document/text-pages.js';
import type { PassageSource } from '../../passages/passage.js';
import type { Submission, SubmissionSection } from '../submission.entity.js';
import { Blocks } from './blocks.js';

interface SectionTextProps {
  submission: Submission;
  read: ReadDocument | null;
  section: SubmissionSection | undefined;
  sectionKey: string;
  part: TextPage | null;
  pages: { number: number; count: number };
  /** By passage, to its secretariat. */
  sources: ReadonlyMap<string, readonly PassageSource[]>;
  editor: boolean;
}

/** One section as it reads in the document, with its numbers; in each of its languages. */
export function SectionTextPage(props: SectionTextProps) {
  const { submission, read, section, sectionKey, part, pages, sources, editor } = props;
  const { t, language: reading } = usePage();
  const { id, title, mechanismId, state } = submission;
  const language = read?.language ?? submission.language;
  const chapter = read?.chapters.find(({ key }) => key === sectionKey);
  const heading = chapter && read?.document.blocks[chapter.from];
  const name =
    heading?.type === 'heading'
      ? heading.text
      : (section?.title[language as 'en'] ?? section?.title.en ?? sectionKey);
  const address = (more: string) => `/submissions/${id}/text/${sectionKey}?language=${language}${more}`;
  const others = languagesOf(submission).filter((one) => one !== language);
  return (
    <Layout
      title={name}
      titleLanguage={language}
      crumbs={[placeCrumb(mechanismId), { label: title, href: `/submissions/${id}` }]}
      actions={
        editor &&
        state === 'drafting' && (
          <a class="button" href={`/submissions/${id}/sections/${sectionKey}`}>
            {t('submission.write')}
          </a>
        )
      }
    >
      {others.length > 0 && (
        <ul class="tags">
          {others.map((one) => (
            <li key={one}>
              <a href={`/submissions/${id}/text/${sectionKey}?language=${one}`}>
                {languageName(one, reading)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {part ? (
        <Blocks blocks={part.blocks} first={part.first} language={language} level={2} sources={sources} />
      ) : (
        <p class="quiet">{t('submission.noText')}</p>
      )}
      {pages.count > 1 && (
        <nav class="actions" aria-label={t('submission.textPages')}>
          {pages.number > 1 && (
            <a href={address(`&page=${pages.number - 1}`)}>{t('submission.previousPage')}</a>
          )}
          <span>{t('submission.textPage', { page: pages.number, pages: pages.count })}</span>
          {pages.number < pages.count && <a href={address(`&page=${pages.number + 1}`)}>{t('list.next')}</a>}
        </nav>
      )}
    </Layout>
  );
}
