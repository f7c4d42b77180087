import { cleanText, directionOf, safeLink } from '../../../platform/documents/clean.js';
import type { Block, Paragraph, PlainRun, Run } from '../../../platform/documents/document.js';
import type { TextBlock } from '../../../platform/documents/markup/text-block.js';
import { parseMarkup } from '../../../platform/documents/markup/parse-markup.js';
import type { ReleasedEntry } from '../../../progress/release/released-entry.js';
import type { EntryPart } from '../../templates/template.js';
import type { DocumentWords } from './document-words.js';

/** In which field of an entry a part of it stands. */
export const FIELDS = {
  done: 'narrative',
  results: 'results',
  challenges: 'challenges',
  nextSteps: 'nextSteps',
  support: 'support',
} as const satisfies Record<EntryPart, keyof ReleasedEntry['content']>;

/** The words of one part, and their language: null is the document's own. */
export function saidIn(
  { content, summaryLanguage }: ReleasedEntry,
  part: EntryPart,
): { text: string; language: string | null } {
  const language = (part === 'done' && summaryLanguage) || content.language;
  return { text: (content[FIELDS[part]] ?? '').trim(), language };
}

/**
 * The words of a part as they were written, in blocks: lists, tables, links and footnotes stay what they are. What an
 * entry has as a heading becomes a line of its own, since the headings are the document's.
 */
export function wordsOf(entry: ReleasedEntry, part: EntryPart, words: DocumentWords): Block[] {
  const { text, language } = saidIn(entry, part);
  const other = words.isOther(language) ? language! : undefined;
  const marked = (run: Run): Run => (other && !run.language ? { ...run, language: other } : run);
  return parsed(entry, part, text).map((block): Block => {
    switch (block.type) {
      case 'heading':
        return words.asOwn({ type: 'paragraph', runs: [marked({ text: block.text, bold: true })] });
      case 'paragraph': {
        const { type, runs, style } = block;
        // A quotation belongs to the paragraph before it, and has no number.
        return style
          ? { type, runs: runs.map(marked), style, direction: words.direction }
          : words.asOwn({ type, runs: runs.map(marked) });
      }
      case 'list':
        return other ? { ...block, language: other, direction: directionOf(other) ?? 'ltr' } : block;
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(marked))) };
    }
  });
}

const known = new WeakMap<ReleasedEntry, Map<EntryPart, readonly TextBlock[]>>();

/** Read once for all versions of a document. */
function parsed(entry: ReleasedEntry, part: EntryPart, text: string): readonly TextBlock[] {
  const parts = known.get(entry) ?? new Map<EntryPart, readonly TextBlock[]>();
  known.set(entry, parts);
  const blocks = parts.get(part) ?? parseMarkup(cleanText(text));
  parts.set(part, blocks);
  return blocks;
}

/** "Original: French. Period: 1 January 2027 to 30 June 2027. See The law." */
export function noteOf(
  entry: ReleasedEntry,
  part: EntryPart,
  words: DocumentWords,
  { isFirst }: { isFirst: boolean },
): PlainRun[] {
  const { t } = words;
  const language = words.otherLanguage(saidIn(entry, part).language);
  const original: PlainRun[] = language ? [{ text: t('say.note.original', { language }) }] : [];
  if (!entry.attributed) return original;
  const { periodStart: from, periodEnd: until } = entry;
  const period = { text: t('say.note.period', { from: words.day(from), until: words.day(until) }) };
  const cited = isFirst ? entry.evidence : [];
  // Once for all parts of an entry.
  return [original, isFirst ? [period] : [], ...cited.map((one) => evidenceCited(one, entry, words))]
    .filter((runs) => runs.length > 0)
    .flatMap((runs, index) => (index === 0 ? runs : [{ text: ' ' }, ...runs]));
}

/** "See The law." with its link; of a file only what it is called. */
function evidenceCited(
  { title, url }: ReleasedEntry['evidence'][number],
  { content }: ReleasedEntry,
  words: DocumentWords,
): PlainRun[] {
  const link = safeLink(url ?? undefined);
  const name = words.original(cleanText(title).replaceAll('\n', ' ').replace(/\.$/, ''), content.language);
  return words.filled(words.t('say.note.evidence', { slot: '\u0000' }), [{ ...name, ...(link && { link }) }]);
}

/** Puts a run at the end of the last paragraph, else before everything; without words it is a note to the last of them. */
export function withEnd(blocks: Block[], end: Run | null, words: DocumentWords): Block[] {
  if (!end) return blocks;
  const at = blocks.findLastIndex(({ type }) => type === 'paragraph');
  if (at < 0) return [words.paragraph(end), ...blocks];
  const paragraph = blocks[at] as Paragraph;
  const { text, footnote } = end;
  const last = paragraph.runs.at(-1);
  const runs =
    text === '' && last
      ? [...paragraph.runs.slice(0, -1), { ...last, footnote: bothNotes(last.footnote, footnote) }]
      : [...paragraph.runs, end];
  return blocks.with(at, { ...paragraph, runs });
}

function bothNotes(one: Run['footnote'], other: Run['footnote']): Run['footnote'] {
  if (!one || !other) return one ?? other;
  const runs = (note: NonNullable<Run['footnote']>) => (typeof note === 'string' ? [{ text: note }] : note);
  return [...runs(one), { text: ' ' }, ...runs(other)];
}
