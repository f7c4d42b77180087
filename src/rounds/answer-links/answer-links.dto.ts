import { Problem } from '../../platform/http/field.js';
import { OneOf, Text, Whole } from '../../platform/http/fields.js';
import { Email } from '../../platform/http/address-fields.js';
import { Parsed } from '../../platform/http/list-fields.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';

const address = Email().reader;
/** A mail address with its capitals, as the colleague's own server may mean them. */
const readAsTyped = (raw: unknown): string | Problem => {
  const read = address.read(raw);
  return read instanceof Problem ? read : String(raw).trim();
};

/** A colleague who is given a link. */
export class AnswerLinkInput {
  @Text(200) name!: string;
  @Parsed(readAsTyped, address.describe) email!: string;
  @OneOf(LANGUAGES) language!: Language;
  /** How many days it opens. */
  @Whole(1, 60) days!: number;
}
