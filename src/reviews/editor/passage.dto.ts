import { Flag, LongText, OneOf, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { LANGUAGES, type Language } from '../../platform/i18n/i18n.js';
import { Blocks, type SentBlock } from './words/sent-blocks.js';

/** What a passage says in one language: as blocks, or as text in the light markup. */
export class PassageWordsInput {
  @OneOf(LANGUAGES) language!: Language;
  @Blocks({ omittable: true }) blocks!: SentBlock[] | undefined;
  @LongText(60_000, { optional: true }) text!: string | null;
  @Version() version!: number;
}

/** The same from a form. */
export class PassageFormInput extends PassageWordsInput {
  /** Saved while somebody types: the answer is a line. */
  @Flag() saving!: boolean;
  /** The translation that the page of the section shows. */
  @OneOf(LANGUAGES, { optional: true }) beside!: Language | null;
}

export class PassageVersionInput {
  @Version() version!: number;
}

/** Where a passage comes to stand: after another one of a section, or first in it. */
export class PassagePlaceInput {
  @Text(40) section!: string;
  @Uuid({ optional: true }) after!: string | null;
}

export class PassageMoveInput extends PassagePlaceInput {
  @Version() version!: number;
}

/** Before which of its blocks it is parted, counted from 1. */
export class PassageSplitInput extends PassageVersionInput {
  @Whole(1, 400) at!: number;
}

/** The passage after it, and the version of that which the person was looking at. */
export class PassageMergeInput extends PassageVersionInput {
  @Uuid() next!: string;
  @Whole(1, 1_000_000_000) nextVersion!: number;
}

/** A passage of the secretariat's own, in the document's original language. */
export class OwnPassageInput {
  @Uuid({ optional: true }) after!: string | null;
  @Blocks({ omittable: true }) blocks!: SentBlock[] | undefined;
  @LongText(60_000, { optional: true }) text!: string | null;
}

/** What a figure is called and what it shows, in the document's original language. */
export class FigureInput {
  @Text(300, { optional: true }) caption!: string | null;
  @LongText(2_000, { optional: true }) text!: string | null;
}

/** Which translation stands beside the original, and which page. */
export class SectionQuery {
  @OneOf(LANGUAGES, { otherwise: null }) language!: Language | null;
  @Whole(1, 10_000, { otherwise: 1 }) page!: number;
}

/** In which language; the original one when it is none of the document's. */
export class PassageLanguageQuery {
  @OneOf(LANGUAGES, { otherwise: null }) language!: Language | null;
  /** The translation that the page of the section shows. */
  @OneOf(LANGUAGES, { otherwise: null }) beside!: Language | null;
}

/** The n-th picture of a passage. */
export class PassagePictureQuery extends PassageLanguageQuery {
  @Whole(0, 400) of!: number;
}

export class PassageCommentInput {
  @LongText(5_000) text!: string;
}

/** Why a finding is left as it is. */
export class FindingReasonInput {
  @LongText(2_000) reason!: string;
}

export class SettledInput {
  @Flag() settled!: boolean;
}

export class SectionPageQuery {
  @Whole(1, 10_000, { otherwise: 1 }) page!: number;
}

/** Which version of a document a Word file is; the original one when left out. */
export class WordLanguageQuery {
  @OneOf(LANGUAGES, { otherwise: null }) language!: Language | null;
}

/** What is taken of a Word file: rows as the page names them. */
export class WordChoiceInput {
  @ListOf(Text(80), { max: 5_000 }) take!: string[];
}
