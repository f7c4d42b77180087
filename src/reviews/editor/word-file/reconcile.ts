import type { Block, Paragraph, Run, Table } from '../../../platform/documents/document.js';
import { keptIn } from '../words/kept-blocks.js';

interface Options {
  /** Whether the document numbers its paragraphs. */
  numbered: boolean;
  /** What stands behind words that are not translated yet, in the document's language. */
  untranslated: string;
}

/**
 * The words of a passage as a Word file has them: with its own pictures, the keys by which others refer to its paragraphs,
 * and the looks of its tables, none of which Word knows. A picture that was not there stays out.
 */
export function reconciled(file: readonly Block[], now: readonly Block[], options: Options): Block[] {
  const kept = keptIn(now);
  const paragraphs = now.filter((block): block is Paragraph => block.type === 'paragraph' && !block.style);
  const tables = now.filter((block): block is Table => block.type === 'table');
  const count = { kept: 0, paragraph: 0, table: 0 };
  return file.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
        return [paragraphOf(block, block.style ? undefined : paragraphs[count.paragraph++], options)];
      case 'table':
        return [tableOf(block, tables[count.table++])];
      case 'figure':
      case 'board': {
        const there = kept[count.kept++];
        return there ? [there] : [];
      }
      case 'page-break':
        return [];
      case 'heading': {
        const { unit: _, lead: __, ...heading } = block;
        return [heading];
      }
      case 'list': {
        const { unit: _, ...list } = block;
        return [list];
      }
    }
  });
}

function paragraphOf(
  { unit: _, numbered, key: __, ...block }: Paragraph,
  was: Paragraph | undefined,
  options: Options,
): Paragraph {
  const apart = options.numbered && !numbered && !block.style;
  return {
    ...block,
    runs: withoutMark(block.runs, options.untranslated),
    ...(was?.key && { key: was.key }),
    ...(apart && { numbered: false }),
  };
}

/** Who translates in Word may leave the mark that says it is not translated. */
function withoutMark(runs: readonly Run[], mark: string): Run[] {
  const last = runs.at(-1);
  const end = `[${mark}]`;
  if (!last?.text.trimEnd().endsWith(end)) return [...runs];
  const text = last.text.trimEnd().slice(0, -end.length).trimEnd();
  return text ? [...runs.slice(0, -1), { ...last, text }] : runs.slice(0, -1);
}

function tableOf({ unit: _, ...table }: Table, was: Table | undefined): Table {
  if (was?.columns.length !== table.columns.length) return table;
  const columns = table.columns.map(({ label }, index) => ({ ...was.columns[index], label }));
  return { ...table, columns };
}
