import { OneOf, Text, Whole } from '../../platform/http/fields.js';
import { Rule } from '../../platform/http/read-input.js';
import { isVerified } from '../framework.js';
import { WORDING_LANGUAGES } from './wording-languages.js';

/** Which wordings a page is about; and one of them, to change it. */
export class WordingsQuery {
  @OneOf(WORDING_LANGUAGES, { optional: true }) language!: (typeof WORDING_LANGUAGES)[number] | null;
  @Whole(1, 23, { optional: true }) objective!: number | null;
}

/** The official title of an objective in a language, as a document of the United Nations has it. */
@Rule<WordingInput>(({ objective, language }, wrong) => {
  if (objective && language && isVerified(objective, language)) wrong('objective', 'error.wordingVerified');
})
export class WordingInput {
  @OneOf(WORDING_LANGUAGES) language!: (typeof WORDING_LANGUAGES)[number];
  @Whole(1, 23) objective!: number;
  @Text(500) text!: string;
  /** Where it is published: the symbol of a document, or its address. */
  @Text(500) source!: string;
  /** Of the wording it replaces; left out for the first one. */
  @Whole(1, 1_000_000_000, { optional: true }) version!: number | null;
}
