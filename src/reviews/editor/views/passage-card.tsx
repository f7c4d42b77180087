import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PassageView } from '../passage.view.js';
import { blocksIn } from '../words/passage-words.js';
import { Words } from './words.js';

interface PassageCardProps {
  view: PassageView;
  /** The document's page. */
  base: string;
  original: string;
  /** The translation that stands beside the original. */
  beside: string | null;
  editable: boolean;
}

export const passagePath = (base: string, id: string) => `${base}/passages/${id}`;
export const picturesOf = (base: string, id: string, language: string) =>
  `${passagePath(base, id)}/picture?language=${language}`;

/** One passage on the page of its section. */
export function PassageCard({ view, base, original, beside, editable }: PassageCardProps) {
  const { t, language } = usePage();
  const { passage, news, number, standings, unsettled } = view;
  const path = passagePath(base, passage.id);
  const inLanguage = (of: string) => {
    const blocks = blocksIn(passage, of, original);
    if (!blocks || blocks.length === 0)
      return <p class="quiet">{t('editor.notTranslated', { language: languageName(of, language) })}</p>;
    return <Words blocks={blocks} language={of} first={number} pictures={picturesOf(base, passage.id, of)} />;
  };
  const also = beside ? `&beside=${beside}` : '';
  const standing = beside ? standings.get(beside) : undefined;
  const open = editable && passage.state !== 'left-out' && news !== 'withdrawn';
  return (
    <article class="passage" id={`passage-${passage.id}`} data-passage aria-label={labelOf(t, number)}>
      {news === 'withdrawn' ? (
        <p class="doubt">{t('editor.news.withdrawn')}</p>
      ) : beside ? (
        <div class="passage-languages">
          <div>{inLanguage(original)}</div>
          <div>{inLanguage(beside)}</div>
        </div>
      ) : (
        inLanguage(original)
      )}
      {(news === 'changed' || news === 'gone') && (
        <p class="doubt">
          {t(`editor.news.${news}`)} <a href={`${path}#news`}>{t('editor.news.decide')}</a>
        </p>
      )}
      <p class="passage-tools">
        {passage.state !== 'compiled' && <span class="tag">{t(`editor.state.${passage.state}`)}</span>}
        {standing && standing !== 'current' && (
          <span class="tag mark waits">{t(`editor.standing.${standing}`)}</span>
        )}
        {unsettled > 0 && (
          <a class="tag" href={`${path}#comments`}>
            {t('editor.comments', { count: unsettled })}
          </a>
        )}
        {open && (
          <a href={`${path}/words?language=${original}${also}`} data-edit>
            {t('editor.edit')}
          </a>
        )}
        {open && beside && (
          <a href={`${path}/words?language=${beside}${also}`} data-edit>
            {t('editor.translate', { language: languageName(beside, language) })}
          </a>
        )}
        <a href={path}>{t('editor.more')}</a>
      </p>
    </article>
  );
}

const labelOf = (t: ReturnType<typeof usePage>['t'], number: number | null) =>
  number === null ? t('editor.passage') : t('editor.passageNumber', { number });
