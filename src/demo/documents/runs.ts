import type { Block, List, PlainRun, Run } from '../../platform/documents/document.js';
import type { Said } from './rich-entry.js';
import { partner, terms } from './terms.data.js';

/** Blocks with their names as a version calls them; the same blocks where there are none in them. */
export function withTerms(blocks: readonly Block[], language: keyof Said): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
        return { ...block, runs: runsWith(block.runs, language) };
      case 'list':
        return listWith(block, language);
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map((cell) => runsWith(cell, language))) };
      default:
        return block;
    }
  });
}

const listWith = (list: List, language: keyof Said): List => ({
  ...list,
  items: list.items.map(({ runs, list: below }) => ({
    runs: runsWith(runs, language),
    ...(below && { list: listWith(below, language) }),
  })),
});

function runsWith(runs: readonly Run[], language: keyof Said): Run[] {
  let before = '';
  return runs.map((run) => {
    const made = plainWith(run, language, before);
    before += run.text;
    const { footnote } = run;
    if (footnote === undefined) return made;
    if (typeof footnote === 'string')
      return { ...made, footnote: plainWith({ text: footnote }, language, ' ').text };
    return { ...made, footnote: footnote.map((note) => plainWith(note, language, ' ')) };
  });
}

function plainWith<T extends PlainRun>(run: T, language: keyof Said, before: string): T {
  let { text } = run;
  for (const term of terms) text = text.replace(term.en, term[language]);
  text = text.replaceAll(partner.name, (_, at: number) => {
    const ahead = before + text.slice(0, at);
    if (/(\(|: )$/.test(ahead)) return partner.alone[language];
    const begins = /(^|[.!?]\s+)$/.test(ahead);
    const name = partner.inSentence[language];
    return begins ? name[0]!.toUpperCase() + name.slice(1) : name;
  });
  if (text === run.text) return run;
  // What is said in the version's own language is no longer marked as another one's.
  const { language: _language, direction: _direction, ...rest } = run;
  return { ...rest, text } as T;
}
