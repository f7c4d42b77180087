import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { languagesOf } from '../draft.js';
import type { SectionView } from '../passage.view.js';
import { editorScript } from '../script/editor-scripts.js';
import { titleIn } from './title-in.js';
import { FindingsLink } from './findings-link.js';
import { Meter } from './meter.js';
import { PassageCard } from './passage-card.js';

interface SectionPageProps {
  view: SectionView;
  beside: string | null;
}

export function SectionPage({ view, beside }: SectionPageProps) {
  const { t, language } = usePage();
  const { submission, section, sections, shown, leftOut, page, pages } = view;
  const base = `/submissions/${submission.id}`;
  const own = `${base}/sections/${section.key}`;
  const [original, ...translations] = languagesOf(submission);
  const editable = submission.state === 'drafting';
  const card = { base, original: original!, beside, editable };
  const guidance = section.guidance && (section.guidance[language as 'en'] ?? section.guidance.en);
  const at = sections.findIndex(({ key }) => key === section.key);
  const query = (number: number) =>
    `?${new URLSearchParams({ ...(beside && { language: beside }), page: String(number) })}`;
  return (
    <Layout
      title={titleIn(section.title, submission.language)}
      titleLanguage={submission.language}
      crumbs={[placeCrumb(submission.mechanismId), { label: submission.title, href: base }]}
      actions={<FindingsLink id={submission.id} />}
    >
      {!editable && <p class="notice">{t('editor.notDrafting')}</p>}
      {guidance && (
        <details class="guidance" open={shown.length === 0}>
          <summary>{t('editor.guidance')}</summary>
          <p>{guidance}</p>
        </details>
      )}
      <Measures view={view} />
      {translations.length > 0 && (
        <nav aria-label={t('editor.languages')}>
          <ul class="tags">
            {[null, ...translations].map((one) => (
              <li key={one ?? ''}>
                <a
                  class="tag"
                  href={one ? `${own}?language=${one}` : own}
                  aria-current={one === beside ? 'true' : undefined}
                >
                  {one
                    ? t('editor.beside', { language: languageName(one, language) })
                    : t('editor.originalOnly', { language: languageName(original!, language) })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {editable && <AddLinks own={own} />}
      {shown.length === 0 && <p class="quiet">{t('editor.none')}</p>}
      <div class="passages">
        {shown.map((one) => (
          <PassageCard key={one.passage.id} view={one} {...card} />
        ))}
      </div>
      {pages > 1 && (
        <nav class="pages" aria-label={t('editor.pages')}>
          {page > 1 && (
            <a href={`${own}${query(page - 1)}`} rel="prev">
              {t('editor.previousPage')}
            </a>
          )}{' '}
          {t('editor.page', { page, pages })}{' '}
          {page < pages && (
            <a href={`${own}${query(page + 1)}`} rel="next">
              {t('list.next')}
            </a>
          )}
        </nav>
      )}
      {leftOut.length > 0 && (
        <details class="left-out">
          <summary>{t('editor.leftOut', { count: leftOut.length })}</summary>
          {leftOut.map((one) => (
            <PassageCard key={one.passage.id} view={one} {...card} />
          ))}
        </details>
      )}
      <nav class="sections-beside" aria-label={t('editor.otherSections')}>
        {sections[at - 1] && (
          <a href={`${base}/sections/${sections[at - 1]!.key}`} rel="prev">
            ← {titleIn(sections[at - 1]!.title, submission.language)}
          </a>
        )}
        {sections[at + 1] && (
          <a href={`${base}/sections/${sections[at + 1]!.key}`} rel="next">
            {titleIn(sections[at + 1]!.title, submission.language)} →
          </a>
        )}
      </nav>
      {editable && <script type="module" src={editorScript(language)} />}
    </Layout>
  );
}

/** The section and the whole against their limits; replaced when a passage was saved. */
export function Measures({ view }: { view: Pick<SectionView, 'submission' | 'section' | 'measure'> }) {
  const { t } = usePage();
  const { submission, section, measure } = view;
  return (
    <div class="measures" data-meter>
      <Meter label={t('editor.thisSection')} measure={measure.section} limits={section.limits} />
      <Meter
        label={t('editor.wholeDocument')}
        measure={measure.whole}
        limits={submission.form.limits ?? null}
      />
    </div>
  );
}

function AddLinks({ own }: { own: string }) {
  const { t } = usePage();
  return (
    <p class="actions">
      <a class="button second" href={`${own}/passages/new`}>
        {t('editor.add')}
      </a>
      <a class="button second" href={`${own}/figures/new`}>
        {t('editor.addFigure')}
      </a>
    </p>
  );
}
