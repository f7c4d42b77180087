import type { ContentKind, ContentScope } from './template.js';

/** By what each kind of content can be narrowed; the others are always about the whole mechanism. */
export const SCOPES: Partial<Record<ContentKind, readonly (keyof ContentScope)[]>> = {
  objectives: ['roundTable', 'objectives', 'principles', 'itemId', 'states', 'parts'],
  parts: ['parts', 'roundTable', 'objectives', 'principles', 'itemId', 'states'],
  institutional: ['itemId', 'states', 'parts'],
  statuses: ['itemId', 'roundTable', 'objectives'],
  matrix: ['itemId', 'roundTable', 'objectives'],
  indicators: ['itemId', 'roundTable', 'objectives'],
  practices: ['roundTable', 'objectives', 'principles', 'states'],
  board: ['roundTable'],
  goals: ['roundTable', 'objectives'],
  priorities: ['roundTable', 'objectives'],
};

export const isNarrowed = (kind: ContentKind): boolean => SCOPES[kind] !== undefined;

/** What of a scope holds for a kind, without what narrows nothing; null when nothing is left. */
export function scopeFor(kind: ContentKind, typed: ContentScope): ContentScope | null {
  const kept = (SCOPES[kind] ?? []).flatMap((name) => {
    const value = typed[name];
    const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[name, value] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
