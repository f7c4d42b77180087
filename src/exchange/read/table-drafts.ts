import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { codeKey, codesAbove, splitCode } from './code-shape.js';
import { levelDrafts } from './level-drafts.js';
import { type Draft, draftOf, type DraftPlan } from './draft.js';
import { fold } from '../words/fold.js';
import { type DraftRow, buildHierarchy } from './hierarchy.js';
import type { Layout } from '../match/layout.js';
import type { ItemRow } from './item-row.js';
import { type ItemRows, readItemRows } from './item-rows.js';

/** The items of a table, read by a layout; `levelNames` are the plan's own, when it has some. */
export function tableDrafts(sheet: Sheet, layout: Layout, levelNames: readonly string[]): DraftPlan {
  const found = readItemRows(sheet, layout);
  const uses = layout.columns;
  const heads = sheet.rows.find(({ number }) => number === layout.headerRow)?.cells ?? [];
  if (layout.hierarchy === 'columns') {
    const drafts = levelDrafts(found.lines, layout);
    return {
      drafts: noteDoubles(drafts),
      leftOut: found.leftOut,
      uses,
      levelNames: levelHeads(heads, layout),
    };
  }
  const placed = withTitles(found, layout);
  const names = buildHierarchy(placed, layout.hierarchy, levelNames);
  return {
    drafts: noteDoubles(placed.map(({ draft }) => draft)),
    leftOut: found.leftOut,
    uses,
    levelNames: names,
  };
}

/** Lines as drafts; one that has neither a title nor an identifier is left out, unless its code asks for one. */
function withTitles({ lines, leftOut }: ItemRows, layout: Layout): DraftRow[] {
  const titleUse = layout.columns.find((use) => use.startsWith('title.'))!;
  const titles = layout.columns.filter((use) => use.startsWith('title.'));
  return lines.flatMap((line, index) => {
    const split = splitting(line, titleUse, lines[index + 1], layout);
    if (split) {
      line.texts.set('code', split.code);
      line.texts.set(titleUse, split.title);
    }
    const draft = draftOf(
      line,
      line.texts.get(titleUse) ?? line.texts.get(titles.find((use) => line.texts.has(use)) ?? '') ?? '',
    );
    if (draft.title || draft.id || draft.code || draft.problems.length > 0) return [{ draft, line }];
    leftOut.push({
      row: line.row,
      reason: { key: 'exchange.left.noTitle' },
      text: [...line.texts.values()].join(' · ').slice(0, 120),
    });
    return [];
  });
}

/** The code at the beginning of a title, when titles begin with one, or when the next row's code begins with it. */
function splitting(line: ItemRow, titleUse: string, next: ItemRow | undefined, layout: Layout) {
  if (line.texts.get('code')) return null;
  const split = splitCode(line.texts.get(titleUse) ?? '');
  if (!split || layout.splitCodes || !line.section) return layout.splitCodes ? split : null;
  const below = next?.texts.get('code') ?? '';
  return below && codesAbove(below).includes(codeKey(split.code)) ? split : null;
}

/** A code that is there twice below one item cannot be told apart when the file comes again. */
function noteDoubles(drafts: Draft[]): Draft[] {
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    if (!draft.code || draft.id) continue;
    const key = `${draft.parent ?? draft.parentCode ?? ''}/${fold(draft.code)}`;
    const first = seen.get(key);
    if (!first) seen.set(key, draft);
    else
      draft.notices.push({
        use: 'code',
        message: { key: 'exchange.notice.codeTwice', values: { code: draft.code, row: first.row } },
      });
  }
  return drafts;
}

const levelHeads = (heads: readonly string[], { columns }: Layout): string[] =>
  columns
    .flatMap((use, column) =>
      use.startsWith('level.') ? [{ level: Number(use.slice(6)), head: heads[column] ?? '' }] : [],
    )
    .sort((a, b) => a.level - b.level)
    .map(({ head }) => head.trim().slice(0, 100))
    .filter(Boolean);
