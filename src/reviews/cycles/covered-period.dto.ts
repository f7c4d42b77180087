import { Day } from '../../platform/http/fields.js';
import { InOrder } from '../../platform/http/read-input.js';

/** The days that a document covers, as somebody chose them; both included. To be extended by what opens or changes one. */
@InOrder('periodFrom', 'periodUntil')
export class CoveredPeriodInput {
  @Day() periodFrom!: string;
  @Day() periodUntil!: string;
}
