import { Text } from '../../platform/http/fields.js';

/** `cursor` is the last page's `nextCursor`. */
export class PageQuery {
  @Text(36, { optional: true }) cursor!: string | null;
}

export class DeliveryQuery extends PageQuery {
  @Text(36) mechanism!: string;
}
