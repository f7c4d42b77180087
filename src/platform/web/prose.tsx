import { directionOf } from '../i18n/i18n.js';
import { type Localized, rendition } from '../i18n/localized.js';
import { usePage } from './page-context.js';

/** Text as a person wrote it: blank lines part paragraphs, line breaks stay. */
export function Prose({ text, language }: { text: string; language?: string }) {
  return (
    <div class="prose" lang={language} dir={language ? directionOf(language) : 'auto'}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

/** A text that exists in several languages, in the reader's; says so when only the original exists. `most`: characters. */
export function LocalizedText({ value, most = Infinity }: { value: Localized; most?: number }) {
  const { language, t } = usePage();
  const shown = rendition(value, language);
  const text = beginning(shown.text, most);
  if (!shown.fallback) return <>{text}</>;
  return (
    <span
      lang={shown.language}
      dir={directionOf(shown.language)}
      title={t('text.onlyIn', { language: shown.language })}
    >
      {text}
    </span>
  );
}

/** At most so many characters; half a character at the end goes too. */
const beginning = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
