import type { Plan } from '../../plans/plan/plan.entity.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';

/**
 * What a file says of the plan itself, in the shape of the plan's input, unchecked. State and adoption are written for
 * those who read the file, and not taken from it: a plan is adopted by a meeting, not by an import. Neither is who may
 * read it.
 */
export type FilePlanFacts = Partial<
  Record<
    | 'title'
    | 'kind'
    | 'periodStart'
    | 'periodEnd'
    | 'levelNames'
    | 'statedTotals'
    | 'parentPlanId'
    | 'formerPlanId'
    | 'source'
    | 'note',
    unknown
  >
>;

/** First cell of the sheet that holds them. */
export const FACTS_MARK = 'waymark-plan';

const TEXTS = ['title', 'source', 'note'] as const;
const SINGLE = ['kind', 'periodStart', 'periodEnd', 'parentPlanId', 'formerPlanId'] as const;
const READ_ONLY = ['state', 'adoptedBy', 'adoptedOn'] as const;
const KEYS: readonly (keyof FilePlanFacts)[] = [...TEXTS, ...SINGLE, 'levelNames', 'statedTotals'];

export interface FactRow {
  key: string;
  language: string | null;
  value: string;
}

/** The facts as rows; of a text in several languages the original comes first. */
export function factRows(plan: Plan): FactRow[] {
  const single = (key: (typeof SINGLE)[number] | (typeof READ_ONLY)[number]): FactRow[] => [
    { key, language: null, value: plan[key] ?? '' },
  ];
  return [
    ...textRows('title', plan.title),
    ...single('kind'),
    ...single('periodStart'),
    ...single('periodEnd'),
    ...plan.levelNames.map((value) => ({ key: 'levelNames', language: null, value })),
    ...(plan.statedTotals ?? []).map((total) => ({
      key: 'statedTotals',
      language: null,
      value: totalText(total),
    })),
    ...textRows('source', plan.source),
    ...textRows('note', plan.note),
    ...single('parentPlanId'),
    ...single('formerPlanId'),
    ...READ_ONLY.flatMap(single),
  ];
}

function textRows(key: string, text: Localized | null): FactRow[] {
  if (!text) return [];
  const languages = [
    text.original,
    ...Object.keys(text.texts).filter((language) => language !== text.original),
  ];
  return languages.map((language) => ({ key, language, value: text.texts[language] ?? '' }));
}

/** Takes the sheet of facts out of a workbook; null when it has none. */
export function takeFacts(sheets: readonly Sheet[]): { sheets: Sheet[]; facts: FilePlanFacts | null } {
  const sheet = sheets.find(({ rows }) => rows[0]?.cells[0] === FACTS_MARK);
  if (!sheet) return { sheets: [...sheets], facts: null };
  const facts: FilePlanFacts = { levelNames: [], statedTotals: [] };
  for (const { cells } of sheet.rows.slice(1)) {
    const [key = '', , language = '', value = ''] = cells;
    addFact(facts, key, language, value);
  }
  return { sheets: sheets.filter((one) => one !== sheet), facts };
}

function addFact(facts: FilePlanFacts, key: string, language: string, value: string): void {
  const text = TEXTS.find((one) => one === key);
  if (text && value) {
    const known = (facts[text] ?? { original: language, texts: {} }) as Localized;
    facts[text] = { ...known, texts: { ...known.texts, [language]: value } };
  } else if (key === 'levelNames' && value) (facts.levelNames as unknown[]).push(value);
  else if (key === 'statedTotals' && value) (facts.statedTotals as unknown[]).push(readTotal(value));
  else if (SINGLE.some((one) => one === key)) facts[key as (typeof SINGLE)[number]] = value || null;
}

/** The facts among the fields of a JSON document. */
export const pickFacts = (fields: Record<string, unknown>): FilePlanFacts =>
  Object.fromEntries(KEYS.flatMap((key) => (Object.hasOwn(fields, key) ? [[key, fields[key]]] : [])));

type Total = NonNullable<Plan['statedTotals']>[number];

/** "125 actions (the plan, p. 4)"; as JSON when its words would be read differently. */
function totalText(total: Total): string {
  const { count, level, source } = total;
  const text = `${count} ${level}${source ? ` (${source})` : ''}`;
  const same = JSON.stringify(readTotal(text)) === JSON.stringify({ level, count, source });
  return same ? text : JSON.stringify(total);
}

function readTotal(text: string): unknown {
  const [, count, level, source] = /^(\d+) ([^\s()](?:[^()]*[^\s()])?)(?: \(([^()]+)\))?$/.exec(text) ?? [];
  if (level) return { level, count: Number(count), source: source ?? null };
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
