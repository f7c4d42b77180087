import { typedWords } from '../../platform/i18n/typed-list.js';
import { Code, Flag, LongText, OneOf, Text, Uuid, Version } from '../../platform/http/fields.js';
import { ListOf, Nested } from '../../platform/http/list-fields.js';
import { LongLocalizedText } from '../../platform/http/localized-field.js';
import { Settled } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { splitLines } from '../../platform/i18n/split-lines.js';
import { ITEM_STATUSES, type ItemStatus } from '../plan/vocabulary.js';
import type { Funding } from './funding.js';
import { FundingInput, statedFunding } from './funding.dto.js';
import {
  allOwners,
  type FrameworkRef,
  ITEM_LIMITS as MAX,
  type ObjectiveRef,
  ObjectiveText,
  OwnerNames,
  type OwnerRef,
  OwnerText,
  PrincipleNumber,
  ReferenceText,
  unique,
} from './item-fields.js';
import { NO_DATE, type When } from './when.js';
import { WhenInput } from './when.dto.js';

const actionsIn = ListOf(ObjectiveText()).reader;
const References = () =>
  ListOf(ReferenceText(), {
    /** A list, or a form's lines: "sdg:8.8". */
    before: (raw) => (typeof raw === 'string' ? splitLines(raw) : raw),
    max: MAX.references,
    strict: true,
  });
const referencesIn = References().reader;

/** Makes of an item's form what it says: what was typed as text stands among what was ticked. */
export function settleItem(input: ItemInput): ItemInput {
  const { ownerNames, actions, otherReferences, ...item } = input;
  return {
    ...item,
    owners: allOwners(item.owners, ownerNames),
    objectives: unique(
      [...item.objectives, ...(actions ?? [])],
      ({ objective, letter }) => `${objective}${letter}`,
    ),
    principles: [...new Set(item.principles)],
    references: unique(
      [...item.references, ...(otherReferences ?? [])],
      ({ framework, code }) => `${framework}:${code}`,
    ),
  };
}

/** Everything but the title may be left out: the product stores what the plan says and asks for nothing it lacks. */
@Settled<ItemInput>(settleItem)
export class ItemInput {
  @Code(MAX.code) code!: string;
  @LongLocalizedText(MAX.title) title!: Localized;
  @LongLocalizedText(MAX.description, { optional: true }) description!: Localized | null;
  @LongLocalizedText(MAX.description, { optional: true }) deliverables!: Localized | null;
  @LongLocalizedText(MAX.description, { optional: true }) notes!: Localized | null;
  @Text(MAX.kind, { optional: true }) kind!: string | null;
  @OneOf(ITEM_STATUSES, { optional: true }) status!: ItemStatus | null;
  @Nested(() => WhenInput, { default: NO_DATE }) when!: When;
  @ListOf(OwnerText(), { max: MAX.owners }) owners!: OwnerRef[];
  @Nested(() => OwnerNames, { omittable: true }) ownerNames?: OwnerNames;
  @ListOf(ObjectiveText()) objectives!: ObjectiveRef[];
  /** A form's line of lettered actions: "9(a), 10(c)". */
  @Text(500, {
    optional: true,
    parse: (typed) => actionsIn.read(typedWords(typed)),
  })
  actions?: ObjectiveRef[] | null;
  @ListOf(PrincipleNumber()) principles!: number[];
  @References() references!: FrameworkRef[];
  /** A form's lines beside the references it offers. */
  @LongText(20_000, { optional: true, parse: (typed) => referencesIn.read(splitLines(typed)) })
  otherReferences?: FrameworkRef[] | null;
  @Nested(() => FundingInput, { optional: true, parse: statedFunding }) funding!: Funding | null;
  @Flag() crossCutting!: boolean;
  @Flag() institutional!: boolean;
}

export class NewItemInput extends ItemInput {
  @Uuid({ optional: true }) parentId!: string | null;
}
export class ItemChange extends ItemInput {
  @Version() version!: number;
}
