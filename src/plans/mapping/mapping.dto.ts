import { z } from 'zod';
import { isPrinciple } from '../../framework/framework.js';
import { flag, listOf, optionalText, version, wholeNumber } from '../../platform/http/input.js';
import { objectiveText } from '../plan/plan.dto.js';

const principle = () => wholeNumber(1, 10).refine(isPrinciple, { message: 'error.choice' });
const objective = () => z.coerce.string().pipe(objectiveText);

/** The whole mapping of an item to the Compact; what is left out of the input stays as it is. */
export const mappingInput = z.object({
  objectives: listOf(objective()),
  principles: z.preprocess((value) => value ?? undefined, listOf(principle()).optional()),
  institutional: z.preprocess((value) => value ?? undefined, flag().optional()),
  version: version(),
});
export type MappingInput = z.output<typeof mappingInput>;

/** One click: an objective, action or principle more, or one less; or whether the item is about the mechanism itself. */
export const mappingStep = z.object({
  add: listOf(objective()),
  remove: listOf(objective()),
  addPrinciple: listOf(principle()),
  removePrinciple: listOf(principle()),
  institutional: z.preprocess((value) => (value === '' ? undefined : value), flag().optional()),
  /** Where the click was made: the page of the item, or the list of items without a mapping. */
  back: optionalText(200),
});
export type MappingStep = z.output<typeof mappingStep>;

export const searchQuery = z.object({ q: optionalText(200) });
export const unmappedQuery = z.object({
  after: z.preprocess((value) => value || null, z.uuid().nullable()),
  institutional: flag(),
});
