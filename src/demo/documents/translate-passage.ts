import { cleanText } from '../../platform/documents/clean.js';
import type { Block, Paragraph, PlainRun, Run } from '../../platform/documents/document.js';
import { parseMarkup } from '../../platform/documents/markup/parse-markup.js';
import { translator } from '../../platform/i18n/i18n.js';
import { languageName } from '../../platform/i18n/language-names.js';

interface Other {
  /** What the author wrote, as it stands in the compiled passage. */
  text: string;
  /** What stands in its place. */
  said: readonly string[];
  /** Of the version, of the document, and of the author. */
  language: string;
  original: string;
  written: string;
}

/**
 * A compiled passage with other words in the place of its author's. What compiling put around them stays: the sentence
 * that leads to them, their author's name and evidence. A note says where they were written in another language than the
 * document; of what period they are the head of the document says for all.
 */
export function inOtherWords(compiled: readonly Block[], other: Other): Block[] {
  const { text, said, language } = other;
  const before = parseMarkup(cleanText(text));
  const theirs = compiled.slice(compiled.length - before.length);
  const leads = compiled.slice(0, compiled.length - before.length);
  const [begin, end] = around(theirs, before);
  const lead = [...leads.flatMap((block) => (block.type === 'paragraph' ? block.runs : [])), ...begin];
  const words = oneAfterAnother(said.map((one) => parseMarkup(one)));
  const key = compiled.flatMap((block) => (block.type === 'paragraph' && block.key) || [])[0];
  const notes = [...lead, ...end].flatMap(({ footnote }) => runsOf(footnote));
  const first = words[0] as Paragraph;
  const opening = lead.map(withoutNote);
  words[0] = {
    ...first,
    ...(key && { key }),
    runs: opening.length > 0 ? [...opening, { text: ' ' }, ...first.runs] : first.runs,
  };
  const at = words.findLastIndex(({ type }) => type === 'paragraph');
  const last = words[at] as Paragraph;
  const name = end.map(withoutNote).filter((run) => run.text !== '');
  words[at] = { ...last, runs: withNote([...last.runs, ...name], noteOf(notes, other, language)) };
  return words;
}

/** What stands in their paragraphs before the author's words, and behind them. */
function around(theirs: readonly Block[], before: readonly Block[]): [Run[], Run[]] {
  const runsAt = (blocks: readonly Block[], at: number) => {
    const block = blocks[at];
    return block?.type === 'paragraph' ? block.runs : [];
  };
  const own = runsAt(before, 0);
  const skipped = runsAt(theirs, 0).findIndex(({ text }) => text === own[0]?.text);
  const begin = runsAt(theirs, 0).slice(0, Math.max(0, skipped - 1));
  const at = before.findLastIndex(({ type }) => type === 'paragraph');
  const known = runsAt(before, at);
  const there = runsAt(theirs, at).slice(at === 0 ? Math.max(0, skipped) : 0);
  const more = there.slice(known.length);
  if (more.length > 0) return [begin, more];
  const note = runsOf(there.at(-1)?.footnote).slice(runsOf(known.at(-1)?.footnote).length);
  return [begin, [{ text: '', footnote: note }]];
}

/** What follows goes on in the paragraph before it, where there is one. */
function oneAfterAnother(parts: readonly (readonly Block[])[]): Block[] {
  const blocks: Block[] = [];
  for (const [first, ...rest] of parts) {
    const last = blocks.at(-1);
    if (last?.type === 'paragraph' && first?.type === 'paragraph')
      blocks[blocks.length - 1] = { ...last, runs: [...last.runs, { text: ' ' }, ...first.runs] };
    else if (first) blocks.push(first);
    blocks.push(...rest);
  }
  return blocks;
}

/** "Original: Arabic. See The law." */
function noteOf(notes: readonly PlainRun[], { original, written }: Other, language: string): PlainRun[] {
  const t = translator(language);
  const at = notes.findIndex(({ link }) => link);
  const evidence = at < 0 ? [] : notes.slice(at - 1, at + 2);
  const origin =
    written === original
      ? []
      : [{ text: t('say.note.original', { language: languageName(written, language) }) }];
  return [...origin, ...(origin.length > 0 && evidence.length > 0 ? [{ text: ' ' }] : []), ...evidence];
}

function withNote(runs: readonly Run[], note: PlainRun[]): Run[] {
  if (note.length === 0) return [...runs];
  const last = runs.at(-1)!;
  const there = runsOf(last.footnote);
  const both = [...there, ...(there.length > 0 ? [{ text: ' ' }] : []), ...note];
  return [...runs.slice(0, -1), { ...last, footnote: both }];
}

const runsOf = (note: Run['footnote']): PlainRun[] =>
  note === undefined ? [] : typeof note === 'string' ? [{ text: note }] : note;

function withoutNote({ footnote: _footnote, ...run }: Run): Run {
  return run;
}
