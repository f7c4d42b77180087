import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Submission } from '../submission.entity.js';
import type { DocumentOverview, SectionOverview } from '../document-overview.js';
import { Meter } from './word-meter.js';

interface SectionsProps {
  submission: Submission;
  overview: DocumentOverview;
  /** Whether the reader may change what stands in them now. */
  editable: boolean;
  editor: boolean;
}

/** The sections of a document: how long each is against its limits, and what is to be decided in it. Their text is on pages of its own. */
export function Sections({ submission, overview, editable, editor }: SectionsProps) {
  const { t } = usePage();
  const { id, language } = submission;
  const shown = editor ? overview.sections : overview.sections.filter(({ passages }) => passages > 0);
  const title = ({ section }: SectionOverview) => section.title[language as 'en'] ?? section.title.en;
  return (
    <Table
      caption={t('submission.chapters')}
      rows={shown}
      empty={t('list.empty')}
      columns={[
        {
          label: t('submission.section'),
          heading: true,
          cell: (one) => (
            <a href={`/submissions/${id}/text/${one.section.key}`} lang={language} dir="auto">
              {title(one)}
            </a>
          ),
        },
        {
          label: t('submission.passages'),
          numeric: true,
          cell: ({ passages }) => passages,
        },
        {
          label: t('submission.length'),
          cell: ({ words, characters, section }) => (
            <Meter {...{ words, characters, limits: section.limits }} />
          ),
        },
        ...(editor
          ? [{ label: t('submission.toDecide'), cell: (one: SectionOverview) => <News section={one} /> }]
          : []),
        ...(editable
          ? [
              {
                label: t('list.actions'),
                cell: (one: SectionOverview) => (
                  <a href={`/submissions/${id}/sections/${one.section.key}`}>{t('submission.write')}</a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function News({ section: { news, leftOut, comments } }: { section: SectionOverview }) {
  const { t } = usePage();
  const said = [
    news.withdrawn > 0 && t('passageNews.withdrawn', { number: news.withdrawn }),
    news.changed > 0 && t('passageNews.changed', { number: news.changed }),
    news.gone > 0 && t('passageNews.gone', { number: news.gone }),
    comments > 0 && t('passageNews.comments', { number: comments }),
    leftOut > 0 && t('passageNews.leftOut', { number: leftOut }),
  ].filter((one) => one !== false);
  return (
    <>
      {said.map((one) => (
        <div key={one}>{one}</div>
      ))}
    </>
  );
}
