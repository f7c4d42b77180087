import { codeKey, codesAbove } from './code-shape.js';
import type { Draft } from './draft.js';
import { fold } from '../../platform/i18n/fold.js';
import { type Hierarchy, MAX_LEVELS } from '../match/layout.js';
import type { ItemRow } from './item-row.js';

/** A draft with what its row says about its place. */
export interface DraftRow {
  draft: Draft;
  line: ItemRow;
}

/** Puts each draft below another one, by the way the plan's table shows it. Problems are noted at the drafts. */
export function buildHierarchy(
  placed: readonly DraftRow[],
  hierarchy: Hierarchy,
  levelNames: readonly string[],
): string[] {
  switch (hierarchy) {
    case 'level':
      return byLevel(placed, levelNames);
    case 'parent':
      byParentCode(placed);
      break;
    case 'indent':
      bySize(placed, ({ line }) => line.indent);
      break;
    case 'code':
      byCode(placed, false);
      break;
    case 'sections':
      byCode(placed, true);
      break;
    default:
  }
  return [];
}

/** Below the last one that is less deep. Levels are numbers, or names in the order in which they first appear. */
function byLevel(placed: readonly DraftRow[], known: readonly string[]): string[] {
  const names = new Map(known.map((name, index) => [fold(name), index + 1]));
  const given = [...known];
  const depths = placed.map(({ draft, line }) => {
    const text = line.texts.get('level') ?? '';
    const [, number] = /^[^\d]*(\d{1,2})[^\d]*$/.exec(fold(text)) ?? [];
    const depth = number ? Number(number) : names.get(fold(text));
    if (depth !== undefined && depth >= 1 && depth <= MAX_LEVELS) return depth;
    if (number || !text || names.size >= MAX_LEVELS) {
      draft.problems.push({
        use: 'level',
        message: { key: 'exchange.problem.level', values: { maximum: MAX_LEVELS } },
      });
      return MAX_LEVELS + 1;
    }
    names.set(fold(text), names.size + 1);
    given.push(text);
    return names.size;
  });
  let index = 0;
  bySize(placed, () => depths[index++]!);
  return given;
}

function bySize(placed: readonly DraftRow[], sizeOf: (one: DraftRow) => number): void {
  const open: { size: number; index: number }[] = [];
  placed.forEach((one, index) => {
    const size = sizeOf(one);
    while (open.length > 0 && open.at(-1)!.size >= size) open.pop();
    one.draft.parent = open.at(-1)?.index ?? null;
    open.push({ size, index });
  });
}

function byParentCode(placed: readonly DraftRow[]): void {
  const byKey = new Map<string, number[]>();
  placed.forEach(({ draft }, index) => {
    if (draft.code) byKey.set(fold(draft.code), [...(byKey.get(fold(draft.code)) ?? []), index]);
  });
  placed.forEach(({ draft, line }, index) => {
    const code = line.texts.get('parent') ?? '';
    if (!code) return;
    const found = byKey.get(fold(code)) ?? [];
    const parent = found.filter((one) => one < index).at(-1) ?? found[0];
    if (parent === undefined) draft.parentCode = code;
    else draft.parent = parent;
  });
  placed.forEach(({ draft }, index) => {
    if (!isInLoop(placed, index)) return;
    draft.parent = null;
    draft.problems.push({ use: 'parent', message: { key: 'exchange.problem.loop' } });
  });
}

function isInLoop(placed: readonly DraftRow[], index: number): boolean {
  const seen = new Set<number>();
  for (let at: number | null = index; at !== null; at = placed[at]!.draft.parent) {
    if (seen.has(at)) return at === index;
    seen.add(at);
  }
  return false;
}

/**
 * Below the nearest row above whose code begins its own; the file may bring it later, too. Without such a one, below
 * the last heading between rows, when there are any; a heading stands below the last one of a level above its own. A row without a code stands beside the one before it.
 */
function byCode(placed: readonly DraftRow[], sections: boolean): void {
  const last = new Map<string, number>();
  const all = new Map(placed.map(({ draft }, index) => [codeKey(draft.code), index] as const).reverse());
  let section: number | null = null;
  const open: { level: number; index: number }[] = [];
  let before: Draft | null = null;
  placed.forEach(({ draft, line }, index) => {
    if (sections && line.level !== null) {
      while (open.length > 0 && open.at(-1)!.level >= line.level) open.pop();
      draft.parent = open.at(-1)?.index ?? null;
      open.push({ level: line.level, index });
      section = index;
      last.clear();
    } else if (draft.code) {
      const above = codesAbove(draft.code);
      const known =
        above.find((key) => last.has(key)) ?? (sections ? undefined : above.find((key) => all.has(key)));
      draft.parent = known === undefined ? section : (last.get(known) ?? all.get(known)!);
    } else if (sections || !line.section) {
      draft.parent = before?.parent ?? section;
    }
    if (draft.code) last.set(codeKey(draft.code), index);
    before = sections && line.level !== null ? null : draft;
  });
}
