import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/i18n.js';
import { usePage } from './page-context.js';

export function LanguageSwitch() {
  const { t, language, url } = usePage();
  return (
    <details class="languages">
      <summary aria-label={t('layout.language')}>{LANGUAGE_NAMES[language]}</summary>
      <ul>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <li key={other}>
            <a href={`/language/${other}?next=${encodeURIComponent(url)}`} lang={other} hreflang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
