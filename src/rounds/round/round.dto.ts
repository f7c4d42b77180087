import { Day, OneOf, Version } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { LocalizedText, LongLocalizedText } from '../../platform/http/localized-field.js';
import { InOrder } from '../../platform/http/read-input.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';

@InOrder('periodStart', 'periodEnd')
export class RoundInput {
  @LocalizedText(300) title!: Localized;
  /** The meeting or review the answers are for. */
  @LongLocalizedText(5000, { optional: true }) reason!: Localized | null;
  @Day() dueDay!: string;
  @Day() periodStart!: string;
  @Day() periodEnd!: string;
  /** Languages that answers may come in. */
  @ListOf(OneOf(LANGUAGES), { check: [(chosen) => chosen.length > 0, 'error.required'] })
  languages!: Language[];
}

export class RoundChange extends RoundInput {
  @Version() version!: number;
}

export class DueDayInput {
  @Day() dueDay!: string;
}
