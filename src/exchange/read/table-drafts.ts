import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { codeKey, codesAbove, splitCode } from './code-shape.js';
import { levelDrafts } from './level-drafts.js';
import { type Draft, draftOf, type DraftPlan } from './draft.js';
import { fold } from '../../platform/i18n/fold.js';
import { type DraftRow, buildHierarchy } from './hierarchy.js';
import { levelRank } from '../match/heading-match.js';
import type { Layout } from '../match/layout.js';
import { type ItemRow, isTitle } from './item-row.js';
import { type ItemRows, readItemRows } from './item-rows.js';
import { objectiveHeadings } from './objective-headings.js';
import { type HeadingKind, headingKinds, textOf, withLevels } from './row-kinds.js';

/** The items of a table, read by a layout; `levelNames` are the plan's own, when it has some. */
export function tableDrafts(sheet: Sheet, layout: Layout, levelNames: readonly string[]): DraftPlan {
  const found = readItemRows(sheet, layout);
  const uses = layout.columns;
  const heads = sheet.rows.find(({ number }) => number === layout.headerRow)?.cells ?? [];
  if (layout.hierarchy === 'columns') {
    const drafts = noteDoubles(levelDrafts(found, layout));
    return {
      drafts,
      objectiveHeadings: objectiveHeadings(drafts, layout.headingObjectives),
      leftOut: found.leftOut,
      uses,
      levelNames: levelHeads(heads, layout),
    };
  }
  const sections = layout.hierarchy === 'sections';
  const kinds = sections ? headingKinds(found.lines) : [];
  const rows = sections ? taken(found, layout) : found;
  const placed = withTitles(rows, layout);
  const named = buildHierarchy(placed, layout.hierarchy, levelNames);
  const names = sections && levelNames.length === 0 ? sectionNames(kinds, heads, layout) : named;
  const drafts = noteDoubles(placed.map(({ draft }) => draft));
  return {
    drafts,
    objectiveHeadings: objectiveHeadings(drafts, layout.headingObjectives),
    leftOut: rows.leftOut,
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
    else if (!draft.notices.some(({ use, asked }) => use === 'code' && asked))
      draft.notices.push({
        use: 'code',
        message: { key: 'exchange.notice.codeTwice', values: { code: draft.code, row: first.row } },
      });
  }
  return drafts;
}

/** The lines with the levels that those of a kind have, without those of kinds that were said to go. */
function taken({ lines, leftOut }: ItemRows, { rowLevels }: Layout): ItemRows {
  const kept = withLevels(lines, rowLevels);
  const gone = lines.filter((line) => !kept.includes(line));
  const omitted = gone.map((line) => ({
    row: line.row,
    reason: { key: 'exchange.left.kind' },
    text: textOf(line).slice(0, 120),
  }));
  return { lines: kept, leftOut: [...leftOut, ...omitted] };
}

/** What the plan calls its levels: the words its headings begin with, and the heading of the titles. */
function sectionNames(
  kinds: readonly HeadingKind[],
  heads: readonly string[],
  { columns, rowLevels = {} }: Layout,
): string[] {
  const names: string[] = [];
  for (const { key, word, level, example } of kinds) {
    const at = Number(rowLevels[key] ?? level);
    if (word && at >= 1) names[at - 1] ??= example.slice(0, word.length);
  }
  const head = heads[columns.findIndex(isTitle)] ?? '';
  if (names.length > 0 && levelRank(head) !== null) names.push(head);
  return names.includes(undefined as never) || Object.keys(names).length < names.length ? [] : names;
}

const levelHeads = (heads: readonly string[], { columns }: Layout): string[] =>
  columns
    .flatMap((use, column) =>
      use.startsWith('level.') ? [{ level: Number(use.slice(6)), head: heads[column] ?? '' }] : [],
    )
    .sort((a, b) => a.level - b.level)
    .map(({ head }) => head.trim().slice(0, 100))
    .filter(Boolean);
