import { States } from '../accounts/states.js';
import type { AuditEvent } from '../platform/database/history.js';
import { type TextKey, translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import type { HistorySubject } from './history-subjects.js';

export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

type Recorded = Pick<AuditEvent, 'action' | 'before' | 'after'> & Partial<Pick<AuditEvent, 'subjectKind'>>;

/** Values of these fields have words of their own, the same that pages and lists have for them. */
const FIELD_WORDS: Record<string, string> = { visibility: 'visibility', release: 'release' };
/** Whose `state` is named by another group of words than by its own kind. */
const STATE_WORDS: Record<string, string> = { 'round-addressee': 'addresseeState' };

/**
 * What an action means in words: the key `history.<action>` of the catalogue, which each feature gives for its
 * own actions and which may use the values recorded. The action's code where the catalogue has none.
 */
export function sentenceOf({ action, before, after }: Recorded, language: string): string {
  const fields = Object.entries({ ...before, ...after });
  const count = fields.find(([field, value]) => field === 'count' && typeof value === 'number')?.[1];
  // Under `replace`, a field that is named like one of i18next's options ("context") is a value all the same.
  const replace = Object.fromEntries(
    fields.map(([field, value]) => [field, words(field, value, language) ?? '']),
  );
  const key = `history.${action}`;
  const sentence = translator(language)(key as TextKey, { replace, count });
  return sentence === key ? action : sentence;
}

/** What an event is about, on one line. */
export const nameOf = ({ lead, title }: HistorySubject, language: string): string =>
  [lead, rendition(title, language).text].filter(Boolean).join(' ');

/** The fields recorded, in their order. A value that is the same before and after says what it was about. */
export function changesOf({ before, after, subjectKind }: Recorded, language: string): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].map((field) => {
    const group =
      field === 'state' && subjectKind
        ? (STATE_WORDS[subjectKind] ?? `${subjectKind}State`)
        : FIELD_WORDS[field];
    const named = (value: unknown) => (group && textOf(group, value, language)) ?? null;
    const old = named(before?.[field]);
    const current = named(after?.[field]);
    return {
      // The state of a thing is another field than the State somebody speaks for.
      field: field === 'state' && (old ?? current) ? 'standing' : field,
      before: old ?? words(field, before?.[field], language),
      after: current ?? words(field, after?.[field], language),
    };
  });
}

/** The word of a group for a value; null where it has none. */
function textOf(group: string, value: unknown, language: string): string | null {
  if (typeof value !== 'string') return null;
  const key = `${group}.${value}`;
  const text = translator(language)(key as TextKey);
  return text === key ? null : text;
}

/** Fields that may hold the code of a State or territory. */
const STATE_FIELDS = new Set(['state', 'subject']);

function words(field: string, value: unknown, language: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((one) => words(field, one, language) ?? '').join(', ') || null;
  if (typeof value === 'string') {
    return STATE_FIELDS.has(field) && States.exists(value) ? States.name(value, language) : value;
  }
  return JSON.stringify(value);
}
