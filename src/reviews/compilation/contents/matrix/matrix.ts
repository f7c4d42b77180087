import type { Block, Run } from '../../../../platform/documents/document.js';
import { ENTRY_PARTS } from '../../../templates/template.js';
import type { OutlinedEntry } from '../../compilation-outline.js';
import type { ItemFacts } from '../../facts/document-facts.js';
import { itemsIn } from '../../placing/accepts.js';
import { type DocumentWords, SLOT } from '../../words/document-words.js';
import type { CompileContent } from '../content.js';
import { itemListed } from '../items-said.js';
import { itemSources } from '../objectives.js';
import { sourceOf, unnamedPassages } from '../reports.js';
import { statusBoard } from '../status-board.js';
import { columnsOf, isEmpty, type MatrixColumn } from './matrix-columns.js';

/**
 * The tracking matrix, a table for each branch of the plan: activity, objectives, deliverables, indicators, timeline,
 * responsible, status and progress. Where nothing else of the document takes in what was reported, it stands here. A
 * chapter of the plan heads what it holds; a column that no item says anything in is left out.
 */
export const matrixContent: CompileContent = function* (context, words) {
  const { facts, content, at, entries, placement, index } = context;
  const within = itemsIn(content.only, facts);
  const items = facts.items.filter(({ id }) => !within || within.has(id));
  const spot = placement.taken.find((one) => one.index === index)?.spots[0];
  const reports = new Map<string, OutlinedEntry[]>();
  for (const part of ENTRY_PARTS)
    for (const line of spot ? context.order.lines(spot, part) : [])
      for (const entry of line.entries) {
        const id = line.items[0]?.id ?? '';
        const those = reports.get(id) ?? [];
        if (!those.includes(entry)) reports.set(id, [...those, entry]);
      }
  const board = statusBoard([...entries.values()], facts.items, facts.mechanism.fewestReporters);
  const parents = new Set(items.map(({ parentId }) => parentId));
  const columns = columnsOf({ items, reports, board }, context, words);
  const heads = ({ id }: ItemFacts) => parents.has(id);
  for (const branch of branches(items)) {
    const top = branch[0]!;
    const headed = !isFlat(branch, parents);
    if (headed)
      yield {
        key: `${at}/matrix/${top.id}/heading`,
        blocks: [words.heading(2, itemListed(top, words)[0]!.text)],
        sources: itemSources([top]),
      };
    // What the chapter says itself stands under its heading, but for reports on it, which have a row as others do.
    const isRow = !headed || reports.has(top.id);
    const lines = isRow ? branch : branch.slice(1);
    const reporting = lines.flatMap(({ id }) => reports.get(id) ?? []);
    yield {
      key: `${at}/matrix/${top.id}`,
      blocks: [
        ...(isRow ? [] : ownFacts(top, columns, words)),
        {
          type: 'table',
          columns: columns.map(({ label, width }) => ({ label, width })),
          rows: lines.map((item) =>
            columns.map(({ of }, column) => (column === 0 && heads(item) ? inBold(of(item)) : of(item))),
          ),
        },
      ],
      sources: [...itemSources(lines), ...reporting.map(sourceOf)],
    };
  }
  if (spot)
    yield* unnamedPassages(spot.unnamed, { at: `${at}/matrix`, lead: 'say.pool.lead' }, context, words);
};

/** The top-level items, each with all below it; those with nothing below follow one another in one. */
function branches(items: readonly ItemFacts[]): ItemFacts[][] {
  const ids = new Set(items.map(({ id }) => id));
  const parents = new Set(items.map(({ parentId }) => parentId));
  const found: ItemFacts[][] = [];
  for (const item of items) {
    const begins = item.parentId === null || !ids.has(item.parentId);
    const before = found.at(-1);
    const alone = begins && !parents.has(item.id);
    if (!before || (begins && !(alone && isFlat(before, parents)))) found.push([item]);
    else before.push(item);
  }
  return found;
}

const isFlat = ([first]: readonly ItemFacts[], parents: ReadonlySet<string | null>): boolean =>
  !parents.has(first!.id);

const inBold = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, bold: true }));

/** "Responsible: the Chair", a line for each column in which a chapter says something of its own. */
function ownFacts(item: ItemFacts, columns: readonly MatrixColumn[], words: DocumentWords): Block[] {
  return columns.flatMap(({ label, own, of }) => {
    const said = of(item);
    if (!own || isEmpty(said)) return [];
    const runs = words.filled(words.t('say.matrix.own', { label, slot: SLOT }), said);
    return [{ type: 'paragraph' as const, style: 'note' as const, runs }];
  });
}
