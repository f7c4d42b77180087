import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/i18n.js';
import { usePage } from './page-context.js';

/** A link for visitors, whose browser keeps the choice; a form for who is signed in, whose account keeps it too. */
export function LanguageSwitch() {
  const { t, language, url, secretAddress, csrf, actor } = usePage();
  const others = LANGUAGES.filter((other) => other !== language);
  return (
    <details class="languages">
      <summary aria-label={t('layout.language')}>{LANGUAGE_NAMES[language]}</summary>
      {secretAddress || actor.accountId ? (
        <form method="post" action="/language">
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="next" value={url} />
          <ul>
            {others.map((other) => (
              <li key={other}>
                <button name="language" value={other} lang={other} class="quiet-button">
                  {LANGUAGE_NAMES[other]}
                </button>
              </li>
            ))}
          </ul>
        </form>
      ) : (
        <ul>
          {others.map((other) => (
            <li key={other}>
              <a href={`/language/${other}?next=${encodeURIComponent(url)}`} lang={other} hreflang={other}>
                {LANGUAGE_NAMES[other]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
