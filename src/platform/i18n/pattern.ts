import { oneLine } from './one-line.js';

/** A text with the names of the values between its pieces: piece, name, piece, name, piece. */
export type Pattern = readonly string[];

const VALUE = /\{\{\s*(\w+)\s*\}\}/;

/** Null for a text that more than plain values go into: forms of a name, other texts. */
export function patternOf(text: string): Pattern | null {
  const parts = text.split(VALUE);
  return parts.some((part) => part.includes('{{') || part.includes('$t')) ? null : parts;
}

/** The text with its values, on one line each; null where one is neither a text nor a number, or there are plural forms. */
export function filled(pattern: Pattern, values: Record<string, unknown>): string | null {
  if ('count' in values || 'context' in values) return null;
  let text = pattern[0]!;
  for (let index = 1; index < pattern.length; index += 2) {
    const value = values[pattern[index]!];
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    text += oneLine(String(value)) + pattern[index + 1]!;
  }
  return text;
}
