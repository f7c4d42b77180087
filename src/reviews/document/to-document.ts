import { directionOf } from '../../platform/i18n/i18n.js';
import type { Block, Board, Document, Run } from '../../platform/documents/document.js';
import type {
  CompiledBlock,
  CompiledBoard,
  CompiledRun,
  CompiledSection,
  CompiledSubmission,
  SubmissionText,
} from '../compilation/compiled.js';
import { chapterLead, subheadLead } from './numerals.js';
import { paragraphsOf } from './paragraphs.js';

/**
 * The submission as a document: a chapter per section that has anything to say, the secretariat's own words first,
 * then what was compiled. Uses no word that is not in the value, so that a frozen one stays as it was.
 */
export function toDocument(text: SubmissionText): Document {
  const { compiled } = text;
  const { contents, page, of, notes, note, backToText, standing } = compiled.words;
  return {
    title: compiled.title,
    subtitle: compiled.mechanism.name,
    language: compiled.language,
    direction: compiled.direction,
    created: text.created,
    facts: [...compiled.facts, { label: standing, value: text.standing }],
    contents: { heading: contents },
    footer: compiled.footer,
    labels: { page, of, notes, note, backToText },
    blocks: chaptersOf(text).flatMap((chapter) => chapter.blocks),
  };
}

export interface Chapter {
  section: CompiledSection;
  /** `I.`; null for a chapter that has nothing to say and is left out. */
  lead: string | null;
  /** Number of its first paragraph. */
  first: number;
  blocks: Block[];
}

/** The chapters with their numbers, and with references to paragraphs settled. */
export function chaptersOf({ compiled, own }: SubmissionText): Chapter[] {
  const numbers = paragraphNumbers(compiled, own);
  let chapters = 0;
  let first = 1;
  return compiled.sections.map((section) => {
    const words = paragraphsOf(own[section.key]);
    if (words.length === 0 && section.blocks.length === 0) return { section, lead: null, first, blocks: [] };
    const lead = chapterLead((chapters += 1), compiled.language);
    const blocks: Block[] = [
      { type: 'heading', level: 1, text: section.title, lead },
      ...words.map((paragraph): Block => ({
        type: 'paragraph',
        numbered: true,
        runs: [{ text: paragraph }],
      })),
      ...blocksOf(section.blocks, compiled.language, numbers),
    ];
    const chapter = { section, lead, first, blocks };
    first += blocks.filter((block) => block.type === 'paragraph').length;
    return chapter;
  });
}

/** Numbers run through the whole document, so they depend on how much the secretariat wrote before. */
function paragraphNumbers(compiled: CompiledSubmission, own: SubmissionText['own']): Map<string, number> {
  const numbers = new Map<string, number>();
  let count = 0;
  for (const section of compiled.sections) {
    count += paragraphsOf(own[section.key]).length;
    for (const block of section.blocks) {
      if (block.type !== 'paragraph') continue;
      count += 1;
      if (block.key) numbers.set(block.key, count);
    }
  }
  return numbers;
}

function blocksOf(blocks: CompiledBlock[], language: string, numbers: Map<string, number>): Block[] {
  let letters = 0;
  const runs = (compiled: CompiledRun[]) => compiled.map((run) => runOf(run, numbers));
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading': {
        const lead = block.lettered ? subheadLead((letters += 1), language) : undefined;
        return { type: 'heading', level: 2, text: block.text, lead };
      }
      case 'paragraph':
        // In the document's direction even where all of it is in another language: the numbers stand in one column,
        // and a list keeps the document's letters.
        return {
          type: 'paragraph',
          numbered: true,
          direction: directionOf(language),
          runs: runs(block.runs),
        };
      case 'list':
        return { type: 'list', language, direction: directionOf(language), items: block.items.map(runs) };
      case 'table':
        return {
          type: 'table',
          caption: block.caption,
          columns: [
            { label: block.columns[0], width: 5 },
            { label: block.columns[1], align: 'end' },
          ],
          rows: block.rows.map((row) => [
            [{ text: row.label, language: row.language }],
            [{ text: String(row.count) }],
          ]),
        };
      case 'board':
        return boardOf(block);
    }
  });
}

function runOf(run: CompiledRun, numbers: Map<string, number>): Run {
  if ('see' in run) return { text: String(numbers.get(run.see) ?? '') };
  const { text, language, note } = run;
  return { text, ...(language && { language }), ...(note && { footnote: note }) };
}

function boardOf({ caption, legend, figures, groups }: CompiledBoard): Board {
  return {
    type: 'board',
    caption,
    legend,
    groups: groups.map(({ title, tiles }) => ({
      title,
      tiles: tiles.map(({ objective, label, planned, underWay, reported }) => ({
        lead: String(objective),
        label,
        figures: [
          { label: figures.planned, value: String(planned) },
          { label: figures.underWay, value: String(underWay) },
          { label: figures.reported, value: String(reported) },
        ],
        muted: planned + reported === 0,
      })),
    })),
  };
}
