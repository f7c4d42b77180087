import fc from 'fast-check';
import { States } from '../../src/accounts/states.js';
import { actions } from '../../src/framework/framework.js';
import { IndicatorInput } from '../../src/indicators/indicator.dto.js';
import { Problem } from '../../src/platform/http/field.js';
import { readFields } from '../../src/platform/http/read-input.js';
import { columnsOf } from '../../src/plans/items/item-record.js';
import { ItemInput } from '../../src/plans/items/item.dto.js';
import { PlanInput } from '../../src/plans/plan/plan.dto.js';
import { ITEM_STATUSES, PLAN_KINDS } from '../../src/plans/plan/vocabulary.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { PRECISIONS, when } from '../../src/plans/items/when.js';

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt'];

/** Texts that spreadsheets are known to spoil. */
const ODD = fc.constantFrom(
  '=HYPERLINK("http://x","y")',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=1",
  "''x",
  '007',
  '1.10',
  '1e5',
  '12/03/2025',
  'TRUE',
  '#REF!',
  'a;b,c\td|e',
  '"quoted"',
  'two\nlines',
  '_x0041_',
  '__proto__',
  'constructor',
  '$&',
  'التعاون (IOM) بشأن 2025',
  '\u200fنص\u200e',
  '  nbsp\u00a0inside',
  'Total',
  'Note: x',
  '‘smart’ “quotes”',
  '<b>&amp;</b>',
  '\u0001\u001f',
  '👩‍👩‍👧 \ufffd',
  '1. One',
);
const words = (max: number) =>
  fc
    .oneof(ODD, fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }), fc.lorem({ maxCount: 6 }))
    .map((text) =>
      text
        .replaceAll('\u0000', '')
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .trim()
        .slice(0, max)
        .toWellFormed()
        .trim(),
    )
    .filter(Boolean);
const localized = (max: number) =>
  fc.uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1, maxLength: 3 }).chain((languages) =>
    fc
      .tuple(fc.constantFrom(...languages), fc.tuple(...languages.map(() => words(max))))
      .map(([original, texts]) => ({
        original,
        texts: Object.fromEntries(languages.map((language, index) => [language, texts[index]!])),
      })),
  );
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyWhen = fc
  .tuple(fc.constantFrom(...PRECISIONS), day, day, fc.option(words(40), { nil: null }), fc.boolean())
  .map(([precision, one, other, text, open]) => {
    const [start, end] = [one, other].sort();
    if (precision === 'recurring' && open) return when(precision, null, null, text);
    return when(precision, start!, precision === 'range' ? end! : null, text);
  });
const owner = fc.oneof(
  fc.constantFrom('chair', 'secretariat', 'all-members'),
  fc.constantFrom(...States.all()).map((code) => `state:${code}`),
  fc
    .tuple(fc.constantFrom('group', 'working-group', 'partner'), words(60))
    .map(([kind, name]) => `${kind}:${name}`),
);
const amount = fc.option(fc.stringMatching(/^\d{1,15}(\.\d{1,2})?$/), { nil: null });
export const anyItem = fc
  .record({
    code: fc.oneof(fc.constant(''), words(20), fc.stringMatching(/^[1-9](\.[1-9]0?)?[a-c]?$/)),
    title: localized(120),
    description: fc.option(localized(300), { nil: null }),
    deliverables: fc.option(localized(200), { nil: null }),
    notes: fc.option(localized(200), { nil: null }),
    kind: fc.option(words(40), { nil: null }),
    status: fc.option(fc.constantFrom(...ITEM_STATUSES), { nil: null }),
    when: anyWhen,
    owners: fc.array(owner, { maxLength: 4 }),
    objectives: fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 23 }).map(String),
        fc.constantFrom(...actions.map(({ ref }) => ref)),
      ),
      { maxLength: 4 },
    ),
    principles: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
    references: fc.array(
      fc.tuple(words(20), words(20)).map(([framework, code]) => `${framework.replaceAll(':', '-')}:${code}`),
      { maxLength: 3 },
    ),
    funding: fc.record({
      currency: fc.option(fc.constantFrom('EUR', 'USD'), { nil: null }),
      needed: amount,
      pledged: amount,
      gap: amount,
    }),
    crossCutting: fc.boolean(),
    institutional: fc.boolean(),
  })
  .map((fields) => readFields(ItemInput, fields))
  .filter((item): item is ItemInput => !(item instanceof Problem));
export const anyPlan = fc
  .record({
    title: localized(100),
    kind: fc.constantFrom(...PLAN_KINDS),
    period: fc.option(fc.tuple(day, day), { nil: null }),
    levelNames: fc.array(words(30), { maxLength: 4 }),
    statedTotals: fc.array(
      fc.record({
        level: words(30),
        count: fc.integer({ min: 0, max: 1000 }),
        source: fc.option(words(30), { nil: null }),
      }),
      { maxLength: 3 },
    ),
    source: fc.option(localized(60), { nil: null }),
    note: fc.option(localized(60), { nil: null }),
  })
  .map(({ period, ...fields }) => {
    const [periodStart = null, periodEnd = null] = period ? [...period].sort() : [];
    return readFields(PlanInput, { ...fields, periodStart, periodEnd });
  })
  .filter((plan): plan is PlanInput => !(plan instanceof Problem));
/** Items with the place of the one above each, chosen among those before. */
export const anyTree = fc.array(fc.tuple(anyItem, fc.option(fc.nat(), { nil: null, freq: 4 })), {
  minLength: 1,
  maxLength: 12,
});

/** Items in the order of their tree. */
export function itemsOf(tree: readonly [ItemInput, number | null][]): PlanItem[] {
  const ids = tree.map(() => crypto.randomUUID() as string);
  const items = tree.map(
    ([input, pick], index) =>
      ({
        ...input,
        ...columnsOf(input),
        principles: input.principles.map((principle) => ({ principle })),
        id: ids[index]!,
        parentId: pick === null || index === 0 ? null : ids[pick % index]!,
        position: index,
        carriedFromId: null,
        version: 1,
      }) as unknown as PlanItem,
  );
  const below = (parentId: string | null): PlanItem[] =>
    items.filter((item) => item.parentId === parentId).flatMap((item) => [item, ...below(item.id)]);
  return below(null);
}

const figure = fc.option(fc.stringMatching(/^-?\d{1,9}(\.\d{1,4})?$/), { nil: null });
const year = fc.integer({ min: 1990, max: 2060 });
export const anyIndicator = fc
  .record({
    code: fc.oneof(fc.constant(''), words(20), fc.constantFrom('I.1', '1.10', '7')),
    title: localized(120),
    unit: fc.option(localized(40), { nil: null }),
    baseline: fc.record({
      value: figure,
      year: fc.option(year, { nil: null }),
      text: fc.option(words(60), { nil: null }),
    }),
    targets: fc.array(fc.record({ year, value: figure, text: fc.option(words(60), { nil: null }) }), {
      maxLength: 4,
    }),
    source: fc.option(localized(60), { nil: null }),
    otherDimension: fc.option(words(30), { nil: null }),
  })
  .map((fields) => readFields(IndicatorInput, fields))
  .filter((read): read is IndicatorInput => !(read instanceof Problem));
