import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { guessLayout, rowsAbove } from './guess-layout.js';
import type { PlanContent } from '../read/plan-content.js';
import type { Layout } from './layout.js';

/** Layout of a file that has whole items and no table. */
const NO_TABLE: Omit<Layout, 'textLanguage'> = {
  sheet: 0,
  headerRow: 0,
  lastRow: null,
  columns: [],
  hierarchy: 'flat',
  rowLevels: {},
  headingObjectives: false,
  splitCodes: false,
  dayOrder: null,
  unknownOwner: null,
  corrections: {},
  everyRow: false,
  skipProblems: false,
};

/** How a file is most likely to be read, before anybody has said anything. */
export function firstLook(
  content: PlanContent,
  textLanguage: string,
  chosen: { sheet?: number; headerRow?: number } = {},
): Layout {
  if (content.items) return { ...NO_TABLE, textLanguage };
  return guessLayout(content.sheets, textLanguage, chosen);
}

/**
 * The language of texts whose column names none: the plan's, what the file says of it, the one its letters belong to,
 * or the mechanism's first.
 */
export function usualLanguage(
  plan: Plan | null,
  content: PlanContent,
  { languages }: Pick<Mechanism, 'languages'>,
): string {
  const title = content.facts?.title as Localized | undefined;
  const original =
    plan?.title.original ?? title?.original ?? (isArabic(content) ? 'ar' : (languages[0] ?? 'en'));
  return /^[a-z]{2}$/.test(original) ? original : 'en';
}

/** Whether most of the letters are Arabic ones. */
function isArabic({ sheets }: PlanContent): boolean {
  const texts = sheets.flatMap(({ rows }) => rows.slice(0, 50).flatMap(({ cells }) => cells)).join('');
  const [arabic, all] = [/\p{Script=Arabic}/gu, /\p{L}/gu].map(
    (letters) => texts.match(letters)?.length ?? 0,
  );
  return arabic! > all! / 2;
}

/** The first line above a table that is more than an abbreviation. */
export const titleAbove = (sheet: Sheet, headerRow: number): string | undefined =>
  rowsAbove(sheet, headerRow)
    .flatMap(({ cells }) => cells)
    .find((text) => text.length > 3);

/** What a new plan may be called: by the file's own word, what stands above the table, or the file's name. */
export function likelyTitle(content: PlanContent, { sheet, headerRow }: Layout, fileName: string): string {
  const title = content.facts?.title as Localized | undefined;
  const said = title?.texts?.[title.original];
  if (said) return said;
  const table = content.sheets[sheet];
  return (
    (table && titleAbove(table, headerRow)) ??
    (content.pasted ? '' : fileName).replace(/\.[a-z]{2,5}$/i, '').replaceAll('_', ' ')
  ).slice(0, 300);
}

/** A new plan's own fields as typed. The other languages of its title stay while its original is as in the file. */
export function typedFields(
  content: PlanContent,
  { title, kind }: { title: string | null; kind: string | null },
  language: string,
): Record<string, unknown> {
  const known = content.facts?.title as Localized | undefined;
  const same = known?.texts?.[known.original] === title;
  return {
    ...(title !== null && !same && { title: { original: language, texts: { [language]: title } } }),
    ...(kind !== null && { kind }),
  };
}
