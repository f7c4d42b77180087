import type { Block, Column, List, Run } from '../../../../platform/documents/document.js';
import type { TextKey } from '../../../../platform/i18n/i18n.js';
import { codeInText } from '../../../../platform/i18n/isolated.js';
import { whenLabel } from '../../../../plans/plan/labels.js';
import { ENTRY_PARTS } from '../../../templates/template.js';
import type { OutlinedEntry } from '../../compilation-outline.js';
import type { ItemFacts } from '../../facts/document-facts.js';
import type { TableItem } from '../../material/material.js';
import { capitalized, type DocumentWords, SLOT } from '../../words/document-words.js';
import { wordsOf } from '../../words/entry-words.js';
import { whoReports } from '../../words/reporters.js';
import type { ContentContext } from '../content.js';
import { itemListed } from '../items-said.js';
import type { StatusBoard } from '../status-board.js';
import { ownersSaid } from './owners-said.js';

export interface MatrixColumn extends Column {
  /** Whether it says something that only the item itself has, and what is below it does not. */
  own: boolean;
  of: (item: ItemFacts) => Run[];
}

interface Rows {
  items: readonly ItemFacts[];
  reports: ReadonlyMap<string, OutlinedEntry[]>;
  board: StatusBoard;
}

/** Those that every table of the matrix has. */
export function columnsOf(
  { items, reports, board }: Rows,
  context: ContentContext,
  words: DocumentWords,
): MatrixColumn[] {
  const { t } = words;
  const more = ({ id }: ItemFacts) => context.material.items?.get(id);
  const text = (said: string): Run[] => [{ text: said }];
  const deliverables: MatrixColumn = {
    ...{ label: t('say.matrix.deliverables'), width: 2.2, own: true },
    of: (item) => {
      const said = more(item)?.deliverables;
      return said ? [words.localized(said)] : text('');
    },
  };
  const indicators: MatrixColumn = {
    ...{ label: t('say.matrix.indicators'), width: 2.2, own: true },
    of: (item) => indicatorsOf(more(item), words),
  };
  return [
    {
      ...{ label: t('say.matrix.activity'), width: 3.5, own: false },
      of: (item) => itemListed(item, words),
    },
    {
      ...{ label: t('say.matrix.objectives'), width: 2, own: false },
      of: ({ serves }) => text(serves.join(t('say.comma'))),
    },
    ...[deliverables, indicators].filter(({ of }) => items.some((item) => !isEmpty(of(item)))),
    {
      ...{ label: t('say.matrix.timeline'), width: 1.9, own: true },
      of: (item) => text(more(item) ? timelineOf(more(item)!, words) : ''),
    },
    {
      ...{ label: t('say.matrix.responsible'), width: 2.2, own: true },
      of: (item) => text(more(item) ? ownersSaid(more(item)!.owners, words) : ''),
    },
    {
      ...{ label: t('say.matrix.status'), width: 2.2, own: true },
      of: (item) => text(statusOf(item, board, words)),
    },
    {
      ...{ label: t('say.matrix.progress'), width: 6, own: true },
      of: (item) => progressOf(item, reports.get(item.id) ?? [], context, words),
    },
  ];
}

export const isEmpty = (runs: readonly Run[]) => runs.every(({ text }) => text === '');
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
