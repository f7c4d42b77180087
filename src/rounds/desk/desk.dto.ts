import { OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { AcceptedInput, TickedInListInput } from '../../progress/acceptance/ticks.dto.js';
import { type Order, ORDERS } from './orders.js';

/** With the page they were ticked on: all answers to a question, or all of a delegation. */
export class TickedOnPageInput extends TickedInListInput {
  @Uuid({ omittable: true }) question?: string;
  @Uuid({ omittable: true }) delegation?: string;
}

/** What an undo sends: ids of entries, one after the other. */
export class AcceptedOnPageInput extends AcceptedInput {
  @Uuid({ omittable: true }) question?: string;
  @Uuid({ omittable: true }) delegation?: string;
}

/** Which part of the answers a page shows. */
export class DeskQuery {
  @Uuid({ omittable: true }) question?: string;
  @Text(4, { optional: true }) tick?: string | null;
}

/** Which questions the matrix shows: from this number on. */
export class MatrixQuery {
  @Whole(1, 500, { omittable: true }) from?: number;
}

/** What the chapters of a file are. */
export class FileQuery {
  @OneOf(ORDERS, { ifMissing: 'question' }) by!: Order;
}
