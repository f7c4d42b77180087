import type { ItemInput } from '../../plans/items/item.dto.js';
import type { CellContext } from '../cell.js';
import { type Column, columnsFor } from '../cells/cells.js';
import { languagesOf } from '../cells/text-fields.js';
import type { Use } from '../match/layout.js';

export interface Difference {
  use: Use;
  before: string;
  after: string;
}

const FUNDING = ['currency', 'needed', 'pledged', 'gap'];
const ORIGINALS = ['titleOriginal', 'descriptionOriginal', 'deliverablesOriginal', 'notesOriginal'];

/** What two versions of an item differ in, column by column, in words. The order of owners or objectives is no difference. */
export function differences(before: ItemInput, after: ItemInput, context: CellContext): Difference[] {
  if (alike(before, after)) return [];
  const [one, other] = [inOrder(before), inOrder(after)];
  const changed = new Set(
    (Object.keys(one) as (keyof ItemInput)[]).filter((part) => !alike(one[part], other[part])),
  );
  if (changed.size === 0) return [];
  const onPage = { ...context, spelled: true };
  const languages = new Set([one, other].flatMap(languagesOf));
  return columnsFor([...languages]).flatMap((column) => {
    if (!changed.has(partOf(column.field))) return [];
    const texts = { before: column.format(one, onPage), after: column.format(other, onPage) };
    // The original language of a text that comes or goes as a whole is no news of its own.
    const whole = ORIGINALS.includes(column.key) && (texts.before === '' || texts.after === '');
    return whole || texts.before === texts.after ? [] : [{ use: column.key, ...texts }];
  });
}

const alike = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Of an item, what a column shows: it is written out only where that differs. */
const partOf = (field: Column['field']): keyof ItemInput =>
  FUNDING.includes(field) ? 'funding' : (field.replace('Original', '') as keyof ItemInput);

/** What an item says besides its code and its original title, column by column, in words. */
export function factsOf(item: ItemInput, context: CellContext): { use: Use; text: string }[] {
  const languages = languagesOf(item);
  const shown = ['code', ...ORIGINALS, `title.${item.title.original}`];
  return columnsFor([...new Set(languages)]).flatMap((column) => {
    const text = shown.includes(column.key) ? '' : column.format(item, { ...context, spelled: true });
    return text === '' ? [] : [{ use: column.key, text }];
  });
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** Lists and texts in one order; what is not there in one shape. */
export function inOrder(item: ItemInput): ItemInput {
  const sorted = <T>(values: readonly T[]) =>
    values.length < 2
      ? [...values]
      : values
          .map((value) => [JSON.stringify(value), value] as const)
          .sort(([a], [b]) => byNumber.compare(a, b) || (a < b ? -1 : 1))
          .map(([, value]) => value);
  const texts = <T extends ItemInput['description']>(text: T): T =>
    text && ({ original: text.original, texts: Object.fromEntries(Object.entries(text.texts).sort()) } as T);
  const { code, title, description, deliverables, notes, kind, status, when, funding } = item;
  const { crossCutting, institutional } = item;
  return {
    code,
    title: texts(title),
    description: texts(description),
    deliverables: texts(deliverables),
    notes: texts(notes),
    kind,
    status,
    when: { precision: when.precision, start: when.start, end: when.end, text: when.text },
    owners: sorted(item.owners.map(({ kind: of, subject }) => ({ kind: of, subject }))),
    objectives: sorted(item.objectives.map(({ objective, letter }) => ({ objective, letter }))),
    principles: sorted(item.principles),
    references: sorted(
      item.references.map(({ framework, code: reference }) => ({ framework, code: reference })),
    ),
    funding: funding && {
      currency: funding.currency,
      needed: funding.needed,
      pledged: funding.pledged,
      gap: funding.gap,
    },
    crossCutting,
    institutional,
  };
}
