import { type ItemLookup, itemOf, type PartOutcome, type PartRow } from '../exchange/parts/plan-parts.js';
import { cellsOf, fieldsOfCells, headingOf } from './indicator-cells.js';
import { translator } from '../platform/i18n/i18n.js';
import { readFields } from '../platform/http/read-input.js';
import { Problem } from '../platform/http/field.js';
import type { Plan } from '../plans/plan/plan.entity.js';
import { differs, isEnded, mayChange } from '../plans/plan/plan-text.js';
import { IndicatorInput } from './indicator.dto.js';
import { Indicator } from './indicator.entity.js';
import { fold } from '../platform/i18n/fold.js';
import { INDICATOR_TEXT, inputOf } from './snapshot.js';

/** A row of a file with what it means: the indicator it is, or the item it is to hang on. */
export interface Planned {
  outcome: PartOutcome;
  itemId: string | null;
  before: Indicator | null;
  input: IndicatorInput | null;
}

export function plannedOf(
  row: PartRow,
  known: readonly Indicator[],
  places: ItemLookup,
  plan: Plan | null,
  language: string,
): Planned {
  const t = translator(language);
  const itemId = itemOf(row, places);
  const read = readFields(IndicatorInput, row.fields ?? fieldsOfCells(row.cells ?? {}));
  const input = read instanceof Problem ? null : read;
  const before =
    known.find(({ id }) => id === row.id) ??
    (row.onlyTitle ? titled(known, itemId, input) : alike(known, itemId, input));
  const problems: PartOutcome['problems'] = [];
  if (read instanceof Problem)
    for (const [key, message] of Object.entries(read.errors))
      problems.push({ label: headingOf(key.startsWith('targets') ? 'targets' : key, t), message });
  if (itemId === null && !before) problems.push({ label: null, message: { key: 'exchange.part.noItem' } });
  const changed = input && !(row.onlyTitle && before) ? changesOf(before, input) : [];
  if (changed.length > 0 && plan && !isAdmitted(plan, before, input!))
    problems.push({
      label: null,
      message: { key: isEnded(plan) ? 'error.planEnded' : 'error.amendmentNeeded' },
    });
  const kind = before === null ? 'new' : changed.length > 0 ? 'changed' : 'same';
  return {
    outcome: {
      row: row.row,
      kind: problems.length > 0 ? 'problem' : kind,
      item: row.itemCode,
      title: input?.title.texts[input.title.original] ?? '',
      differences:
        before && problems.length === 0
          ? changed.map(({ key, ...texts }) => ({ label: headingOf(key, t), ...texts }))
          : [],
      problems,
    },
    itemId,
    before,
    input,
  };
}

/** The one of the same code on the item; without a code, of the same title. */
export function alike(known: readonly Indicator[], itemId: string | null, input: IndicatorInput | null) {
  if (!itemId || !input) return null;
  const nameOf = ({ code, title }: Pick<IndicatorInput, 'code' | 'title'>) =>
    code ? `code ${fold(code)}` : `title ${fold(title.texts[title.original] ?? '')}`;
  const found = known.filter((one) => one.itemId === itemId && nameOf(one) === nameOf(input));
  return found.length === 1 ? found[0]! : null;
}

/** The one of the same title on the item, whatever its code: the row says no more than the title. */
function titled(known: readonly Indicator[], itemId: string | null, input: IndicatorInput | null) {
  const titlesOf = ({ title }: Pick<IndicatorInput, 'title'>) => Object.values(title.texts).map(fold);
  const [own] = input ? titlesOf(input) : [];
  return known.find((one) => one.itemId === itemId && titlesOf(one).includes(own ?? '')) ?? null;
}

export function changesOf(before: Indicator | null, input: IndicatorInput) {
  const [old, now]: Record<string, string>[] = [before ? cellsOf(inputOf(before)) : {}, cellsOf(input)];
  return [...new Set([...Object.keys(old!), ...Object.keys(now!)])].flatMap((key) => {
    const texts = { before: old![key] ?? '', after: now![key] ?? '' };
    return texts.before === texts.after ? [] : [{ key, ...texts }];
  });
}

function isAdmitted(plan: Plan, before: Indicator | null, input: IndicatorInput): boolean {
  if (mayChange(plan)) return true;
  if (!before || isEnded(plan)) return false;
  const old = inputOf(before);
  return INDICATOR_TEXT.every((field) => !differs(old[field], input[field]));
}
