import type { Type } from '@nestjs/common';
import { isId } from '../../platform/http/path-id.js';
import { NewEntryInput, EntryChange } from '../entries/entry.dto.js';

export const idOf = (body: Record<string, unknown>) => (isId(body.id) ? body.id : undefined);
/** A form that has heard of its entry changes it. */
export const inputOf = (body: Record<string, unknown>): Type<NewEntryInput | EntryChange> =>
  idOf(body) ? EntryChange : NewEntryInput;
