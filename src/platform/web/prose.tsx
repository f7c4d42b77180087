import { languageName } from '../i18n/language-names.js';
import { directionOf } from '../i18n/i18n.js';
import { type Localized, rendition } from '../i18n/localized.js';
import { blocksOf } from './pasted-tables.js';
import { usePage } from './page-context.js';
import { Wide } from './table.js';

/** Text as a person wrote it: blank lines part paragraphs, line breaks stay, and a pasted table is one. */
export function Prose({ text, language }: { text: string; language?: string }) {
  return (
    <div class="prose" lang={language} dir={language ? directionOf(language) : 'auto'}>
      {blocksOf(text).map((block, index) =>
        'rows' in block ? <PastedTable key={index} rows={block.rows} /> : <p key={index}>{block.text}</p>,
      )}
    </div>
  );
}

const isNumber = (cell: string) => /^[\p{Nd}\s.,%+−-]+$/u.test(cell);

function PastedTable({ rows }: { rows: string[][] }) {
  const { t } = usePage();
  const [first, ...others] = rows;
  const named = !first!.slice(1).some(isNumber);
  return (
    <Wide label={t('prose.table')}>
      <table>
        {named && (
          <thead>
            <tr>
              {first!.map((cell, index) => (
                <th key={index} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {(named ? others : rows).map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={isNumber(cell) ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
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
