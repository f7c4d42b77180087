import type { Block, List, Run, Table } from '../../../platform/documents/document.js';
import { codeInText } from '../../../platform/i18n/isolated.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { whenLabel } from '../../../plans/plan/labels.js';
import { ENTRY_PARTS } from '../../templates/template.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { ItemFacts } from '../facts/document-facts.js';
import type { TableItem } from '../material/material.js';
import { itemsIn } from '../placing/accepts.js';
import { capitalized, type DocumentWords, SLOT } from '../words/document-words.js';
import { wordsOf } from '../words/entry-words.js';
import { whoReports } from '../words/reporters.js';
import type { CompileContent, ContentContext } from './content.js';
import { itemListed } from './items-said.js';
import { itemSources } from './objectives.js';
import { ownersSaid } from './owners-said.js';
import { sourceOf, unnamedPassages } from './reports.js';
import { type StatusBoard, statusBoard } from './status-board.js';

/**
 * The tracking matrix, a table for each branch of the plan: activity, objectives, deliverables, indicators, timeline,
 * responsible, status and progress. Where nothing else of the document takes in what was reported, it stands here.
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
  for (const branch of branches(items)) {
    const top = branch[0]!;
    const headed = !isFlat(branch, parents);
    if (headed)
      yield {
        key: `${at}/matrix/${top.id}/heading`,
        blocks: [words.heading(2, itemListed(top, words)[0]!.text)],
        sources: itemSources([top]),
      };
    const lines = headed && !reports.has(top.id) ? branch.slice(1) : branch;
    const reporting = lines.flatMap(({ id }) => reports.get(id) ?? []);
    yield {
      key: `${at}/matrix/${top.id}`,
      blocks: [tableOf(lines, reports, board, context, words)],
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

function tableOf(
  rows: readonly ItemFacts[],
  reports: ReadonlyMap<string, OutlinedEntry[]>,
  board: StatusBoard,
  context: ContentContext,
  words: DocumentWords,
): Table {
  const { t } = words;
  return {
    type: 'table',
    columns: [
      { label: t('say.matrix.activity'), width: 4 },
      { label: t('say.matrix.objectives'), width: 1.7 },
      { label: t('say.matrix.deliverables'), width: 2.2 },
      { label: t('say.matrix.indicators'), width: 2.2 },
      { label: t('say.matrix.timeline'), width: 1.8 },
      { label: t('say.matrix.responsible'), width: 2 },
      { label: t('say.matrix.status'), width: 1.8 },
      { label: t('say.matrix.progress'), width: 4.5 },
    ],
    rows: rows.map((item) => {
      const more = context.material.items?.get(item.id);
      return [
        itemListed(item, words),
        [{ text: item.objectives.join(words.t('say.comma')) }],
        more?.deliverables ? [words.localized(more.deliverables)] : [{ text: '' }],
        indicatorsOf(more, words),
        [{ text: more ? timelineOf(more, words) : '' }],
        [{ text: more ? ownersSaid(more.owners, words) : '' }],
        [{ text: statusOf(item, board, words) }],
        progressOf(item, reports.get(item.id) ?? [], context, words),
      ];
    }),
  };
}

const indicatorsOf = (more: TableItem | undefined, words: DocumentWords): Run[] =>
  (more?.indicators ?? []).flatMap(({ code, title }, index) => {
    const shown = words.localized(title);
    const text = [code && codeInText(code), shown.text].filter(Boolean).join(' ');
    return [...(index > 0 ? [{ text: '\n' }] : []), { ...shown, text }];
  });

const timelineOf = (
  { whenPrecision, whenStart, whenEnd, whenText }: TableItem,
  { t, language, day }: DocumentWords,
): string =>
  whenLabel({ precision: whenPrecision, start: whenStart, end: whenEnd, text: whenText }, t, language, day);

/** As the plan says it, and where accepted reports say something else, as they do. */
function statusOf({ id, status }: ItemFacts, board: StatusBoard, { t }: DocumentWords): string {
  const said = board.status(id);
  const plan = status ? t(`itemStatus.${status}` as TextKey) : '';
  if (!said || said === status) return plan;
  return [plan, t('say.matrix.byReports', { status: t(`itemStatus.${said}` as TextKey) })]
    .filter(Boolean)
    .join('\n');
}

/** Who reported, and in the reporters' words what. */
function progressOf(
  { id }: ItemFacts,
  reporting: readonly OutlinedEntry[],
  { texts, placement, index }: ContentContext,
  words: DocumentWords,
): Run[] {
  const named = placement.taken.find((one) => one.index === index)?.spots[0]?.named ?? [];
  return reporting.flatMap((entry, at) => {
    const text = texts.get(entry.id);
    if (!text || !id) return [];
    const parts = ENTRY_PARTS.filter((part) =>
      named.some((placed) => placed.entryId === entry.id && placed.part === part),
    );
    const said = parts.flatMap((part) => wordsOf(text, part, words));
    const { who } = whoReports([entry], words);
    return [
      ...(at > 0 ? [{ text: '\n' }] : []),
      ...capitalized(words.filled(words.t('say.matrix.report', { who, slot: SLOT }), lineRuns(said))),
    ];
  });
}

/** Blocks as the runs of a cell: lists and tables keep their lines. */
export function lineRuns(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block, index): Run[] => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...(block.type === 'paragraph'
      ? block.runs
      : block.type === 'list'
        ? listRuns(block)
        : block.type === 'table'
          ? block.rows.flatMap((row, at) => [
              ...(at > 0 ? [{ text: '\n' }] : []),
              ...row.flatMap((cell, column) => [...(column > 0 ? [{ text: '; ' }] : []), ...cell]),
            ])
          : []),
  ]);
}

const listRuns = ({ items }: List): Run[] =>
  items.flatMap(({ runs, list }, index) => [
    { text: index > 0 ? '\n• ' : '• ' },
    ...runs,
    ...(list ? [{ text: '\n' }, ...listRuns(list)] : []),
  ]);
