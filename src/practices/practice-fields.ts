import { isObjective, isPrinciple } from '../framework/framework.js';
import { absentIfEmpty, OneOf, Whole } from '../platform/http/fields.js';
import { LANGUAGE_NAMES } from '../platform/i18n/i18n.js';

/** Any whole number: what no objective or principle has is refused in words of its own, or finds nothing. */
const LIMITS = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;

/** Number of an objective; the Compact has 23. */
export const ObjectiveNumber = () => Whole(...LIMITS, { check: [isObjective, 'error.objective'] });
/** A number that a list is narrowed down by. */
export const FilterNumber = () => Whole(...LIMITS, { omittable: true, before: absentIfEmpty });
export const PrincipleNumber = () => Whole(...LIMITS, { check: [isPrinciple, 'error.practicePrinciple'] });
/** Language something is written in. */
export const WrittenLanguage = () => OneOf(Object.keys(LANGUAGE_NAMES));
