import { OneOf, Text, Version, Whole } from '../../platform/http/fields.js';
import { LocalizedText } from '../../platform/http/localized-field.js';
import type { Localized } from '../../platform/i18n/localized.js';

export class AgendaItemInput {
  @LocalizedText(500) title!: Localized;
  @Text(300, { optional: true }) speaker!: string | null;
}
export class AgendaItemChange extends AgendaItemInput {
  @Version() version!: number;
}

/** Place on the agenda, from 0; beyond the end is the end. */
export class AgendaPositionInput {
  @Whole(0, 10_000) position!: number;
}
/** One position up or down, of an agenda item or a decision. */
export class OrderStepInput {
  @OneOf(['up', 'down']) direction!: 'up' | 'down';
}
