import { parseMarkup } from '../documents/markup/parse-markup.js';
import { languageName } from '../i18n/language-names.js';
import { directionOf } from '../i18n/i18n.js';
import { type Localized, rendition } from '../i18n/localized.js';
import { usePage } from './page-context.js';
import { ProseBlocks } from './prose-blocks.js';

/** Text as a person wrote it: with its lists, tables, links and footnotes. */
export function Prose({ text, language }: { text: string; language?: string }) {
  return (
    <div class="prose" lang={language} dir={language ? directionOf(language) : 'auto'}>
      <ProseBlocks blocks={parseMarkup(text)} />
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
      title={t('text.onlyIn', { language: languageName(shown.language, language) })}
    >
      {text}
    </span>
  );
}

/** At most so many characters; half a character at the end goes too. */
export const beginning = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
