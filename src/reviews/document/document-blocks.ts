import { directionOf } from '../../platform/i18n/i18n.js';
import type { Block, Board, Run } from '../../platform/documents/document.js';
import type { CompiledBlock, CompiledBoard, CompiledRun } from '../compilation/compiled.js';
import { subheadLead } from './numerals.js';

export function blocksOf(blocks: CompiledBlock[], language: string, numbers: Map<string, number>): Block[] {
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
        return {
          type: 'list',
          kind: 'letters',
          language,
          direction: directionOf(language),
          items: block.items.map((item) => ({ runs: runs(item) })),
        };
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
      tiles: tiles.map(({ objective, label, planned, underWay, underWayReported, reported }) => ({
        lead: String(objective),
        label,
        figures: [
          { label: figures.planned, value: String(planned) },
          { label: figures.underWay, value: String(underWay) },
          ...(figures.underWayReported
            ? [{ label: figures.underWayReported, value: String(underWayReported ?? '–') }]
            : []),
          { label: figures.reported, value: String(reported) },
        ],
        muted: planned + reported === 0,
      })),
    })),
  };
}
