import { Code, Flag, OneOf, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { Rule } from '../../platform/http/read-input.js';
import { REVIEW_KINDS, type ReviewKind } from '../cycles/review-cycles.data.js';
import { LongTextInLanguages, TextInLanguages } from './in-languages.field.js';
import { CONTENT_KINDS, type ContentKind, ENTRY_PARTS, type EntryPart } from './template.js';
import type { InLanguages, Occasion } from './template.js';
import { OCCASIONS } from './template.js';

const TAG = /^[a-z]{2,3}$/;
const MOST_CHARACTERS = 1_000_000;

/** What a template is copied from: the key of one that came with the product, or the id of an own one. */
export class TemplateCopyInput {
  @Text(60) basedOn!: string;
}

/** How long something may be. */
@Rule<LimitsInput>(({ charactersLeast, charactersMost }, wrong) => {
  if (charactersLeast !== null && charactersMost === null) wrong('charactersMost', 'error.required');
  if (charactersLeast !== null && charactersMost !== null && charactersLeast > charactersMost)
    wrong('charactersMost', 'error.tooSmall', { minimum: charactersLeast });
})
class LimitsInput {
  @Whole(1, 200_000, { optional: true }) words!: number | null;
  @Whole(1, MOST_CHARACTERS, { optional: true }) charactersLeast!: number | null;
  @Whole(1, MOST_CHARACTERS, { optional: true }) charactersMost!: number | null;
  /** Of the template, as it was read. */
  @Version() version!: number;
}

/** All of a template but its sections. */
@Rule<TemplateSettingsInput>(({ occasion, cycleKinds }, wrong) => {
  if (occasion === 'cycle' && cycleKinds.length === 0) wrong('cycleKinds', 'error.required');
})
export class TemplateSettingsInput extends LimitsInput {
  @TextInLanguages(200) name!: InLanguages;
  @TextInLanguages(1000) purpose!: InLanguages;
  @OneOf(OCCASIONS) occasion!: Occasion;
  /** For `cycle` only. */
  @ListOf(OneOf(REVIEW_KINDS), { max: REVIEW_KINDS.length }) cycleKinds!: ReviewKind[];
  /** Chosen when a document is begun: the first as its original. */
  @ListOf(Text(3, { check: [(tag: string) => TAG.test(tag), 'error.language'] }), { max: 20 })
  languages!: string[];
  @Flag() numbered!: boolean;
  @OneOf(['united-nations', 'plain']) masthead!: 'united-nations' | 'plain';
  @OneOf(['portrait', 'landscape']) orientation!: 'portrait' | 'landscape';
  @Flag() contents!: boolean;
}

/** A section's words and limits. What is compiled into it is set apart. */
export class TemplateSectionInput extends LimitsInput {
  @TextInLanguages(300) title!: InLanguages;
  @LongTextInLanguages(3000) guidance!: InLanguages | null;
}

export class TemplateContentInput {
  @OneOf(CONTENT_KINDS) kind!: ContentKind;
  @Version() version!: number;
}

/** What of it is compiled; what is left empty narrows nothing. */
export class ContentScopeInput {
  @Whole(1, 4, { optional: true }) roundTable!: number | null;
  @ListOf(Whole(1, 23)) objectives!: number[];
  @ListOf(Whole(1, 10)) principles!: number[];
  @ListOf(Uuid(), { max: 1 }) items!: string[];
  @ListOf(Code(40), { max: 250 }) states!: string[];
  @ListOf(OneOf(ENTRY_PARTS)) parts!: EntryPart[];
  @Version() version!: number;
}

/** One place up or down, or out. */
export class TemplateVersionInput {
  @Version() version!: number;
}
export class TemplateStepInput extends TemplateVersionInput {
  @OneOf(['up', 'down']) direction!: 'up' | 'down';
}
