import { z } from 'zod';
import { isAction, isObjective, isPrinciple } from '../../framework/framework.js';
import { States } from '../../accounts/states.js';
import {
  choice,
  day,
  flag,
  listOf,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../platform/http/input.js';
import { localizedText, optionalLocalizedText } from '../../platform/http/localized.js';
import { fundingInput } from '../items/funding.js';
import { lines } from '../../platform/i18n/typed-lines.js';
import { ITEM_STATUSES, NAMED_OWNERS, OWNER_KINDS, type OwnerKind, PLAN_KINDS } from './vocabulary.js';
import { PRECISIONS, when } from '../items/when.js';

/** What a form shows as one line stays one: a break in it would make it two when the form is saved. */
const oneLine = (value: string | null) => !value?.includes('\n');

const statedTotal = z.object(
  {
    /** Without brackets, which are for the source in a form's line. */
    level: text(100).refine((value) => !/[()\n]/.test(value), { message: 'error.statedTotal' }),
    count: wholeNumber(0, 1_000_000),
    source: optionalText(300).refine(oneLine, { message: 'error.oneLine' }),
  },
  { error: 'error.statedTotal' },
);

/** "125 actions (the plan, p. 4)" in its parts; a line that is not of this form is left as it is, and refused. */
function statedTotalOf(line: string): unknown {
  const [, count, level, source] = /^(\d+)\s+([^()]+?)\s*(?:\((.+)\))?$/s.exec(line) ?? [];
  return level ? { level, count, source } : line;
}

/** The other direction, for filling the form. */
export const statedTotalText = ({ level, count, source }: z.output<typeof statedTotal>) =>
  `${count} ${level}${source ? ` (${source})` : ''}`;

export const planInput = z
  .object({
    title: localizedText(300),
    kind: choice(PLAN_KINDS),
    periodStart: optionalDay(),
    periodEnd: optionalDay(),
    /** From the top, one a line in a form. */
    levelNames: z.preprocess(
      (value) => (typeof value === 'string' ? lines(value) : (value ?? [])),
      z.array(text(100).refine(oneLine, { message: 'error.oneLine' })).max(12),
    ),
    /** A form's lines: "125 actions (the plan, p. 4)". */
    statedTotals: z.preprocess(
      (value) => (typeof value === 'string' ? lines(value).map(statedTotalOf) : (value ?? [])),
      z.array(statedTotal).max(50),
    ),
    parentPlanId: z.preprocess((value) => value || null, z.uuid().nullable()),
    formerPlanId: z.preprocess((value) => value || null, z.uuid().nullable()),
    source: optionalLocalizedText(1000),
    note: optionalLocalizedText(5000),
    isPublic: flag(),
  })
  .refine((plan) => !plan.periodStart || !plan.periodEnd || plan.periodStart <= plan.periodEnd, {
    path: ['periodEnd'],
    message: 'error.endsBeforeStart',
  });
export type PlanInput = z.output<typeof planInput>;
export const planChange = z.intersection(planInput, z.object({ version: version() }));

export const adoptionInput = z.object({
  by: text(300),
  on: day(),
  /** Whether it takes the place of the plan it follows, which is then superseded. */
  supersedes: flag(),
});
export type AdoptionInput = Pick<z.output<typeof adoptionInput>, 'by' | 'on'> & { supersedes?: boolean };

export const amendmentInput = z.object({
  reason: text(5000),
  decidedBy: optionalText(300),
  decidedOn: optionalDay(),
});
export type AmendmentInput = z.output<typeof amendmentInput>;

const whenInput = z
  .object({
    precision: choice(PRECISIONS),
    start: optionalDay(),
    end: optionalDay(),
    text: optionalText(200),
  })
  .superRefine(({ precision, start, end, text: words }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    // "Ongoing" names no day to begin with.
    const ongoing = precision === 'open-ended' && Boolean(words);
    const free = precision === 'none' || precision === 'recurring' || ongoing;
    if (!free && !start) wrong('start', 'error.required');
    if (precision === 'range' && !end) wrong('end', 'error.required');
    if (start && end && end < start) wrong('end', 'error.endsBeforeStart');
  })
  .transform(({ precision, start, end, text: words }) => when(precision, start, end, words));

/** `chair`, `state:KEN`, `working-group:Migration data` */
export const ownerText = z
  .string()
  .max(250)
  .transform((value, context) => {
    const [, kind, subject = ''] = /^([a-z-]+)(?::(.*))?$/.exec(value.trim()) ?? [];
    const known = OWNER_KINDS.find((one) => one === kind);
    const named = known && NAMED_OWNERS.includes(known);
    if (!known || (named && !subject.trim()) || (known === 'state' && !States.exists(subject))) {
      context.addIssue({ code: 'custom', message: 'error.owner' });
      return z.NEVER;
    }
    return { kind: known, subject: named ? subject.trim() : null };
  });

/** `9` or `9(a)` */
export const objectiveText = z.string().transform((value, context) => {
  const [, number, letter = ''] = /^\s*(\d{1,2})\s*(?:\(?([a-z])\)?)?\s*$/i.exec(value) ?? [];
  const objective = Number(number);
  const known = letter ? isAction(objective, letter.toLowerCase()) : isObjective(objective);
  if (known) return { objective, letter: letter.toLowerCase() };
  context.addIssue({ code: 'custom', message: 'error.objective' });
  return z.NEVER;
});

/** `sdg:8.8`, `jvap:2`, `Agenda 2063:Goal 4` */
export const referenceText = z
  .string()
  .max(210)
  .transform((value, context) => {
    const [, framework = '', code = ''] = /^([^:]{1,100}):(.{1,100})$/s.exec(value.trim()) ?? [];
    if (framework.trim() && code.trim()) return { framework: framework.trim(), code: code.trim() };
    context.addIssue({ code: 'custom', message: 'error.reference' });
    return z.NEVER;
  });

export const named = (kind: OwnerKind, value: string | null) =>
  lines(value).map((subject) => ({ kind, subject: subject.slice(0, 200) }));

const itemFields = z.object({
  code: z.preprocess((value) => value ?? '', z.coerce.string().trim().max(40)),
  title: localizedText(1000),
  description: optionalLocalizedText(20_000),
  kind: optionalText(100),
  status: optionalChoice(ITEM_STATUSES),
  when: whenInput.default(when('none', null)),
  owners: listOf(ownerText),
  /** A form's lists of names, one a line. */
  ownerNames: z
    .object({ groups: optionalText(2000), workingGroups: optionalText(2000), partners: optionalText(2000) })
    .partial()
    .optional(),
  objectives: listOf(z.coerce.string().pipe(objectiveText)),
  /** A form's line of lettered actions: "9(a), 10(c)". */
  actions: optionalText(500)
    .optional()
    .transform((value) => (value ?? '').split(/[,;\s]+/).filter(Boolean))
    .pipe(z.array(objectiveText)),
  principles: listOf(wholeNumber(1, 10).refine(isPrinciple, { message: 'error.choice' })),
  /** A list, or a form's lines: "sdg:8.8". */
  references: z.preprocess(
    (value) => (typeof value === 'string' ? lines(value) : (value ?? [])),
    z.array(referenceText).max(200),
  ),
  /** A form's lines beside the references it offers. */
  otherReferences: optionalText(20_000)
    .optional()
    .transform((value) => lines(value ?? null))
    .pipe(z.array(referenceText).max(200)),
  funding: fundingInput,
  crossCutting: flag(),
  institutional: flag(),
});

/** Everything but the title may be left out: the product stores what the plan says and asks for nothing it lacks. */
export const itemInput = itemFields.transform(({ ownerNames = {}, actions, otherReferences, ...item }) => ({
  ...item,
  owners: unique(
    [
      ...item.owners,
      ...named('group', ownerNames.groups ?? null),
      ...named('working-group', ownerNames.workingGroups ?? null),
      ...named('partner', ownerNames.partners ?? null),
    ],
    (owner) => `${owner.kind}:${owner.subject}`,
  ),
  objectives: unique([...item.objectives, ...actions], ({ objective, letter }) => `${objective}${letter}`),
  principles: [...new Set(item.principles)],
  references: unique(
    [...item.references, ...otherReferences],
    ({ framework, code }) => `${framework}:${code}`,
  ),
}));
export type ItemInput = z.output<typeof itemInput>;
export const newItemInput = z.intersection(
  itemInput,
  z.object({ parentId: z.preprocess((value) => value || null, z.uuid().nullable()) }),
);
export const itemChange = z.intersection(itemInput, z.object({ version: version() }));

export const positionInput = z.object({
  parentId: z.preprocess((value) => value || null, z.uuid().nullable()),
  /** Place among the new siblings, from 0; beyond the end is the end. */
  position: wholeNumber(0, 100_000),
});
export const stepInput = z.object({ direction: choice(['up', 'down']) });
export const removalInput = z.object({ confirmed: flag() });

export function unique<T>(values: T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
