import { OneOf, Text } from '../../platform/http/fields.js';
import { TROUBLES } from '../../platform/mail/troubles.js';

/** Which mails; `kind` left out is all kinds. */
export class MailFilterInput {
  @OneOf(TROUBLES, { optional: true }) state!: (typeof TROUBLES)[number] | null;
  @Text(40, { optional: true }) kind!: string | null;
}

/** `cursor` is the last page's `nextCursor`. */
export class MailsQuery extends MailFilterInput {
  @Text(36, { optional: true }) cursor!: string | null;
}
