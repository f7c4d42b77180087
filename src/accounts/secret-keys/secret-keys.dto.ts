import { Text } from '../../platform/http/fields.js';

/** What is to end: a kind of what one key made. */
export class KeyEndInput {
  @Text(40) kind!: string;
  /** Left out for what names no key. */
  @Text(8, { optional: true }) keyId!: string | null;
}
