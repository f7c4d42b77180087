import { z } from 'zod';
import { optionalText } from '../platform/http/input.js';

/** `scope` is a mechanism's id; without one, the history of the installation. */
export const historyQuery = z.object({
  scope: optionalText(36).optional(),
  cursor: optionalText(200).optional(),
});
export type HistoryQuery = z.output<typeof historyQuery>;
