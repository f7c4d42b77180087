import type { Type } from '@nestjs/common';
import { NewEntryInput, EntryChange } from '../entries/entry.dto.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
export const idOf = (body: Record<string, unknown>) => (isId(body.id) ? body.id : undefined);
/** A form that has heard of its entry changes it. */
export const inputOf = (body: Record<string, unknown>): Type<NewEntryInput | EntryChange> =>
  idOf(body) ? EntryChange : NewEntryInput;
