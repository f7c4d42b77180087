import { OneOf, Version } from '../../platform/http/fields.js';
import { LocalizedText, LongLocalizedText } from '../../platform/http/localized-field.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';

/** The covering letter of a call: its subject and its words, without greeting and without the links, which every mail has. */
export class LetterChange {
  @LocalizedText(150, { optional: true }) subject!: Localized | null;
  @LongLocalizedText(5000, { optional: true }) letter!: Localized | null;
  @Version() version!: number;
}

export class PreviewQuery {
  @OneOf(LANGUAGES, { omittable: true }) language?: Language;
}

/** For whom a file is: those who read this language. */
export class LetterFileQuery {
  @OneOf(LANGUAGES) language!: Language;
}
