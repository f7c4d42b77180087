import { Day, LongText, Text, Uuid } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { LongLocalizedText } from '../../platform/http/localized-field.js';
import { InOrder } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';

@InOrder('from', 'until')
export class PriorityInput {
  @ListOf(Uuid()) items!: string[];
  /** A form's lines: codes of items. */
  @LongText(20_000, { optional: true }) codes!: string | null;
  /** Who sets it, as it is to be read: "Chair: Morocco". */
  @Text(300) setBy!: string;
  @Day() from!: string;
  @Day({ optional: true }) until!: string | null;
  @LongLocalizedText(5000, { optional: true }) note!: Localized | null;
}
export class PriorityEndInput {
  @Day() until!: string;
}

export class ItemQuery {
  /** What is no id is as if it were not there. */
  @Uuid({ optional: true, otherwise: null }) item!: string | null;
}
