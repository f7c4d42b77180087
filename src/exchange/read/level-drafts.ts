import { splitCode } from './code-shape.js';
import { type Draft, draftOf } from './draft.js';
import { fold } from '../../platform/i18n/fold.js';
import { type Layout, levelOf } from '../match/layout.js';
import type { ItemRow } from './item-row.js';
import type { ItemRows } from './item-rows.js';

interface LevelText {
  level: number;
  code: string;
  title: string;
}

/**
 * The items of a table with one column for each level: "Domain | Objective | Action". A cell that is empty, or merged
 * with the one above, carries on; the same text again below the same item is the same item. What else a row says is
 * said of its deepest item. A row that names none goes to those left out.
 */
export function levelDrafts({ lines, leftOut }: ItemRows, layout: Layout): Draft[] {
  const drafts: Draft[] = [];
  const known = new Map<string, number>();
  const owned = new Set<number>();
  let current: (number | undefined)[] = [];
  for (const line of lines) {
    const texts = levelTexts(line, layout);
    const deepest = texts.at(-1);
    if (!deepest) {
      leftOut.push({
        row: line.row,
        reason: { key: 'exchange.left.noTitle' },
        text: [...line.texts.values()].join(' · ').slice(0, 120),
      });
      continue;
    }
    for (const text of texts) {
      const above = current.slice(0, text.level).findLast((index) => index !== undefined) ?? null;
      const key = `${above ?? ''}/${fold(text.code)}/${fold(text.title)}`;
      const same = known.get(key);
      const again = same !== undefined && !(text === deepest && owned.has(same));
      const index = again ? same : drafts.push(bare(line, text, above, layout)) - 1;
      known.set(key, index);
      current = [...filled(current, text.level), index];
      if (text === deepest) {
        addFacts(drafts[index]!, line);
        owned.add(index);
      }
    }
  }
  return drafts;
}

/** As many places as there are levels above one, from level 1 on. */
const filled = (current: (number | undefined)[], level: number) =>
  Array.from({ length: level }, (_, place) => current[place]);

function levelTexts(line: ItemRow, layout: Layout): LevelText[] {
  return layout.columns
    .flatMap((use): LevelText[] => {
      const level = levelOf(use);
      const text = level === null ? undefined : line.texts.get(use);
      if (level === null || !text || (line.section && level !== firstLevel(layout))) return [];
      const code = line.texts.get(`levelCode.${level}`) ?? '';
      const split = !code && layout.splitCodes ? splitCode(text) : null;
      return [{ level, code: split?.code ?? code, title: split?.title ?? text }];
    })
    .sort((a, b) => a.level - b.level);
}

const firstLevel = ({ columns }: Layout) => Math.min(...columns.flatMap((use) => levelOf(use) ?? []));

/** An item of which so far only a level's cell speaks. */
function bare(
  line: ItemRow,
  { code, title }: LevelText,
  parent: number | null,
  { textLanguage }: Layout,
): Draft {
  const texts = new Map([[`title.${textLanguage}`, title]]);
  if (code) texts.set('code', code);
  const draft = draftOf({ ...line, texts, problems: [], notices: [] }, title);
  return Object.assign(draft, { parent, bare: true, indicators: [] });
}

function addFacts(draft: Draft, line: ItemRow): void {
  const { cells, id, carriedFrom, indicators, problems, notices } = draftOf(line, draft.title);
  for (const [use, text] of cells)
    if (levelOf(use) === null && !use.startsWith('levelCode.')) draft.cells.set(use, text);
  draft.code = draft.cells.get('code') ?? '';
  Object.assign(draft, { id, carriedFrom, bare: line.section });
  draft.indicators.push(...indicators);
  draft.problems.push(...problems);
  draft.notices.push(...notices);
}
