import { z } from 'zod';
import { isObjective, isPrinciple } from '../framework/framework.js';
import {
  choice,
  email,
  flag,
  listOf,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
  webAddress,
} from '../platform/http/input.js';
import { LANGUAGE_NAMES } from '../platform/i18n/i18n.js';
import { statesNamed } from './state-names.js';
import { CHECK_ANSWERS, COMPLETIONS, CRITERIA, type Criterion } from './vocabulary.js';

const LONG = 20_000;
const LINKS = 20;

/** Numbers of objectives; the Compact has 23. */
export const objectiveNumbers = listOf(
  z.coerce.number().int().refine(isObjective, { message: 'error.objective' }),
);
const principleNumbers = listOf(
  z.coerce.number().int().refine(isPrinciple, { message: 'error.practicePrinciple' }),
);

/** Codes, or in a form names in any language with semicolons between them. */
const countries = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[;\n]+/) : (value ?? [])),
  z
    .array(z.string().max(200))
    .max(300)
    .transform((names, context) => {
      const { codes, unknown } = statesNamed(names);
      if (unknown.length > 0) context.addIssue({ code: 'custom', message: 'error.practiceCountry' });
      return codes;
    }),
);

/** Addresses, one a line in a form. */
const links = z.preprocess(
  (value) =>
    (typeof value === 'string' ? value.split('\n') : ((value ?? []) as unknown[]))
      .map((line) => (typeof line === 'string' ? line.trim() : line))
      .filter((line) => line !== ''),
  z.array(webAddress()).max(LINKS),
);

const line = z
  .object({ answer: optionalChoice(CHECK_ANSWERS), words: optionalText(2000) })
  .nullish()
  .transform((given) => given ?? { answer: null, words: null });
const checklist = z
  .object(Object.fromEntries(CRITERIA.map((one) => [one, line])) as Record<Criterion, typeof line>)
  .prefault({} as never);

/** The words of a practice, beside title and language. Everything may be left out. */
export const practiceContent = z.object({
  summary: optionalText(2000),
  description: optionalText(LONG),
  objectives: objectiveNumbers,
  principles: principleNumbers,
  countries,
  regions: optionalText(500),
  implementers: optionalText(2000),
  /** Of the main implementer; never shown to who is not signed in. */
  contactName: optionalText(200),
  contactEmail: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null)),
    email().nullable(),
  ),
  periodStart: optionalDay(),
  periodEnd: optionalDay(),
  completion: optionalChoice(COMPLETIONS),
  innovation: optionalText(LONG),
  results: optionalText(LONG),
  lessons: optionalText(LONG),
  links,
  checklist,
});
export type PracticeContent = z.output<typeof practiceContent>;

const fields = z.object({
  title: text(300),
  language: choice(Object.keys(LANGUAGE_NAMES) as [string, ...string[]]),
  content: practiceContent.refine(
    ({ periodStart, periodEnd }) => !periodStart || !periodEnd || periodStart <= periodEnd,
    { path: ['periodEnd'], message: 'error.endsBeforeStart' },
  ),
});

export const practiceInput = fields.extend({
  /** For whom one speaks: `secretariat`, `state:KEN`, `partner:Name`. */
  as: text(130),
  /** The accepted entry it begins with, one's own. */
  entryId: z.preprocess((value) => value || null, z.uuid().nullable()),
});
export type PracticeInput = z.output<typeof practiceInput>;

export const practiceChange = fields.extend({ version: version() });
export type PracticeChange = z.output<typeof practiceChange>;

export const sharingInput = z
  .object({ mechanisms: listOf(text(36)), isPublic: flag() })
  .refine(({ mechanisms, isPublic }) => isPublic || mechanisms.length > 0, {
    path: ['mechanisms'],
    message: 'error.practiceAudience',
  });
export type SharingInput = z.output<typeof sharingInput>;

export const commentInput = z.object({ criterion: choice(CRITERIA), text: text(5000) });
export type CommentInput = z.output<typeof commentInput>;

export const reviewerInput = z.object({ accountId: z.uuid() });

const optionalNumber = z.preprocess((value) => value || undefined, z.coerce.number().int().optional());

/** What the repository filters by. A number or code that means nothing finds nothing. */
export const practiceFilter = z.object({
  objective: optionalNumber,
  principle: optionalNumber,
  country: optionalText(3),
  language: optionalText(5),
  cursor: optionalText(36),
});
export type PracticeFilter = z.output<typeof practiceFilter>;
