import type { ComponentChildren } from 'preact';
import { directionOf } from '../../platform/i18n/i18n.js';
import { usePage } from '../../platform/web/page-context.js';
import type { CatalogueText } from '../framework.types.js';

/** A text of the catalogue as this reader gets it; where English stands in, it says so and is marked as English. */
export function CatalogueParagraph({ value }: { value: CatalogueText }) {
  const { t } = usePage();
  return (
    <>
      <span lang={value.language} dir={directionOf(value.language)}>
        {value.text}
      </span>
      {value.fallback && <small class="quiet"> {t('framework.inEnglish')}</small>}
    </>
  );
}

/** Data that exists in English only, so that a screen reader and the browser's direction get it right. */
export const InEnglish = ({ children }: { children: ComponentChildren }) => (
  <span lang="en" dir="ltr">
    {children}
  </span>
);

/** What is not settled about what stands above. Doubts are data, and English. */
export function Doubts({ doubts }: { doubts: readonly string[] }) {
  const { t } = usePage();
  if (doubts.length === 0) return null;
  return (
    <div class="doubt" role="note">
      <p>
        <strong>{t('framework.doubts')}</strong>
      </p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>
            <InEnglish>{doubt}</InEnglish>
          </li>
        ))}
      </ul>
    </div>
  );
}
