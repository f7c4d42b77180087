import { asTyped } from './reading.dto.js';
import type { Indicator, Reading } from './indicator.entity.js';
import { inputOf } from './snapshot.js';

/** An indicator as the API shows it, in the form the API takes. */
export function indicatorResource(indicator: Indicator) {
  const { id, itemId, version } = indicator;
  return { id, itemId, ...inputOf(indicator), version };
}

/** A reading as the API shows it; `from` and `until` are the first and the last day of its period. */
export function readingResource(reading: Reading) {
  const { id, indicatorId, precision, start, end, recordedAt, correctsId } = reading;
  const { supersededAt, supersededReason } = reading;
  return {
    id,
    indicatorId,
    ...asTyped(reading),
    precision,
    from: start,
    until: end,
    recordedAt,
    correctsId,
    supersededAt,
    supersededReason,
  };
}
