import { z } from 'zod';
import { States } from '../../accounts/states.js';
import { isObjective, isPrinciple } from '../../framework/framework.js';
import { ownerText, referenceText } from '../../plans/plan/plan.dto.js';
import {
  flag,
  optionalChoice,
  optionalDay,
  optionalText,
  optionalWholeNumber,
} from '../../platform/http/input.js';
import type { Figures } from './board-figures.js';

const absent = (value: unknown) => (value === '' || value === null ? undefined : value);

const filterFields = z.object({
  /** One plan of the mechanism. */
  plan: z.preprocess(absent, z.uuid().optional()),
  /** `chair`, `state:KEN`, `working-group:Migration data`: items that name this owner. */
  owner: z.preprocess(absent, ownerText.optional()),
  /** A State's code: items the State answers for, those of each member State included. */
  state: optionalText(3)
    .optional()
    .refine((code) => !code || States.exists(code), { message: 'error.state' }),
  /** Items whose dates touch these days, and what was reported for a period that does. */
  from: optionalDay(),
  until: optionalDay(),
});

const inOrder = ({ from, until }: { from: string | null; until: string | null }) =>
  !from || !until || from <= until;
const outOfOrder = { path: ['until'], message: 'error.endsBeforeStart' };

export const boardFilter = filterFields.refine(inOrder, outOfOrder);
export type BoardFilter = z.output<typeof boardFilter>;

const FIGURES = ['planned', 'underWay', 'reported'] as const satisfies readonly (keyof Figures)[];

/** What the items of one tile have in common; without any of it, all items. */
export const boardItemsQuery = filterFields
  .extend({
    objective: optionalWholeNumber(1, 23).refine((number) => number === null || isObjective(number)),
    principle: optionalWholeNumber(1, 10).refine((number) => number === null || isPrinciple(number)),
    /** `sdg:8.8` */
    reference: z.preprocess(absent, referenceText.optional()),
    /** Items without an objective. */
    unmapped: flag(),
    figure: optionalChoice(FIGURES),
    cursor: z.preprocess(absent, z.uuid().optional()),
  })
  .refine(inOrder, outOfOrder);
export type BoardItemsQuery = z.output<typeof boardItemsQuery>;
