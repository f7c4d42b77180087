import { codeText } from '../../platform/i18n/code-text.js';
import { States } from '../../accounts/states.js';
import { isAction, isObjective, isPrinciple } from '../../framework/framework.js';
import { Problem, wrong } from '../../platform/http/field.js';
import { LongText, Text, Whole } from '../../platform/http/fields.js';
import { Parsed } from '../../platform/http/list-fields.js';
import { splitLines } from '../../platform/i18n/split-lines.js';
import { NAMED_OWNERS, OWNER_KINDS, type OwnerKind } from '../plan/vocabulary.js';

/** The most characters of an item's texts, and the most of its lists. */
export const ITEM_LIMITS = {
  code: 40,
  title: 1000,
  description: 20_000,
  kind: 100,
  whenText: 200,
  owner: 250,
  owners: 1000,
  reference: 210,
  references: 200,
} as const;

/** Who answers for something; `subject` is the State's code or the name, where the kind needs one. */
export interface OwnerRef {
  kind: OwnerKind;
  subject: string | null;
}
/** An objective of the Compact, or one of its lettered actions. */
export interface ObjectiveRef {
  objective: number;
  /** Empty for the objective itself. */
  letter: string;
}
/** A place in another framework: `sdg`, `8.8`. */
export interface FrameworkRef {
  framework: string;
  code: string;
}

/** `chair`, `state:KEN`, `working-group:Migration data` */
export function ownerOf(text: string): OwnerRef | Problem {
  const [, kind, subject = ''] = /^([a-z-]+)(?::(.*))?$/.exec(text.trim()) ?? [];
  const known = OWNER_KINDS.find((one) => one === kind);
  const isNamed = known && NAMED_OWNERS.includes(known);
  if (!known || (isNamed && !subject.trim()) || (known === 'state' && !States.exists(subject)))
    return wrong('error.owner');
  return { kind: known, subject: isNamed ? subject.trim() : null };
}

/** `9` or `9(a)` */
export function objectiveOf(text: string): ObjectiveRef | Problem {
  const [, number, letter = ''] = /^\s*(\d{1,2})\s*(?:\(?([a-z])\)?)?\s*$/i.exec(text) ?? [];
  const objective = Number(number);
  const known = letter ? isAction(objective, letter.toLowerCase()) : isObjective(objective);
  return known ? { objective, letter: letter.toLowerCase() } : wrong('error.objective');
}

/** `sdg:8.8`, `jvap:2`, `Agenda 2063:Goal 4` */
export function referenceOf(text: string): FrameworkRef | Problem {
  const [, framework = '', code = ''] = /^([^:]{1,100}):(.{1,100})$/s.exec(text.trim()) ?? [];
  const reference = { framework: codeText(framework), code: codeText(code) };
  return reference.framework && reference.code ? reference : wrong('error.reference');
}

/** One of several lines is refused, and not put on one: it is no name. */
export const OwnerText = () => LongText(ITEM_LIMITS.owner, { parse: ownerOf });
export const ReferenceText = () =>
  Text(ITEM_LIMITS.reference, {
    before: (raw) => (typeof raw === 'string' ? codeText(raw) : raw),
    parse: referenceOf,
  });
/** A number counts as text. */
export const ObjectiveText = () =>
  Parsed(
    (raw) =>
      typeof raw === 'string' || typeof raw === 'number'
        ? objectiveOf(String(raw))
        : wrong('error.objective'),
    {
      type: 'string',
    },
  );
export const PrincipleNumber = () => Whole(1, 10, { check: [isPrinciple, 'error.choice'] });

/** A form's lists of names, one a line. */
export class OwnerNames {
  @LongText(2000, { optional: true }) groups?: string | null;
  @LongText(2000, { optional: true }) workingGroups?: string | null;
  @LongText(2000, { optional: true }) partners?: string | null;
}

/** Owners as they were listed and as a form's lists name them, each once. */
export const allOwners = (owners: readonly OwnerRef[], names: OwnerNames = {}): OwnerRef[] =>
  unique(
    [
      ...owners,
      ...named('group', names.groups ?? null),
      ...named('working-group', names.workingGroups ?? null),
      ...named('partner', names.partners ?? null),
    ],
    ({ kind, subject }) => `${kind}:${subject}`,
  );

export const named = (kind: OwnerKind, value: string | null): OwnerRef[] =>
  splitLines(value).map((subject) => ({ kind, subject: subject.slice(0, 200) }));

export function unique<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
