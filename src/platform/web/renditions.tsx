import { languageName } from '../i18n/language-names.js';
import { directionOf } from '../i18n/i18n.js';
import type { Localized } from '../i18n/localized.js';
import { usePage } from './page-context.js';

interface Text {
  label: string;
  value: Localized | null;
}

/** Texts in every language they exist in, the original marked; nothing where there is one language only. */
export function Renditions({ texts }: { texts: Text[] }) {
  const { t, language: reader } = usePage();
  const given = texts.filter((text): text is Text & { value: Localized } => text.value !== null);
  const languages = [...new Set(given.flatMap(({ value }) => Object.keys(value.texts)))];
  if (languages.length < 2) return null;
  return (
    <details class="card">
      <summary>{t('text.languages')}</summary>
      <dl class="facts">
        {given.flatMap(({ label, value }) =>
          languages
            .filter((language) => value.texts[language])
            .map((language) => (
              <div key={label + language}>
                <dt>
                  {label} ({languageName(language, reader)}){' '}
                  {language === value.original && <span class="tag">{t('text.isOriginal')}</span>}
                </dt>
                <dd lang={language} dir={directionOf(language)}>
                  {value.texts[language]}
                </dd>
              </div>
            )),
        )}
      </dl>
    </details>
  );
}
