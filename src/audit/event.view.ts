import type { AuditEvent } from '../platform/database/history.js';
import { type TextKey, translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import type { HistorySubject } from './history-subjects.js';
import { valueWords, wordOf } from './value-words.js';

export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

type Recorded = Pick<AuditEvent, 'action' | 'before' | 'after'> & Partial<Pick<AuditEvent, 'subjectKind'>>;

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
    fields.map(([field, value]) => [field, valueWords(field, value, language) ?? '']),
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
    const ofState =
      field === 'state' && subjectKind ? wordOf(STATE_WORDS[subjectKind] ?? `${subjectKind}State`) : null;
    const named = (value: unknown) => (typeof value === 'string' && ofState?.(value, language)) || null;
    const old = named(before?.[field]);
    const current = named(after?.[field]);
    return {
      // The state of a thing is another field than the State somebody speaks for.
      field: field === 'state' && (old ?? current) ? 'standing' : field,
      before: old ?? valueWords(field, before?.[field], language),
      after: current ?? valueWords(field, after?.[field], language),
    };
  });
}
