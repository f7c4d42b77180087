import type { Heading, InLanguage, List, Paragraph, PlainRun, Run, Table } from '../document.js';

/** What the words of an entry may consist of; a quotation is a paragraph with that style. */
export type TextBlock = Paragraph | Heading | List | Table;

/** The footnotes of a text by the mark that refers to them: `^1`, or `1` as Word pastes them. */
export type Notes = Map<string, Note>;
export interface Note {
  runs: PlainRun[];
  /** How often it was referred to. */
  uses: number;
  /** As it was written, with its mark. */
  source: string;
}

export type { InLanguage, List, PlainRun, Run, Table };

/** Whether a text may hold any markup. Most hold none, and are paragraphs. */
export const hasMarkup = (text: string): boolean => INSIDE.test(text) || AT_LINE_START.test(text);
const INSIDE = /[*[\\|\t]|https?:\/\/|www\./;
/** Wider than what is a list in the end. */
const AT_LINE_START =
  /(?:^|\n)[^\S\n]*(?:[>#]|[^\p{L}\p{N}\s"'«»“”‘’(]\s|\(?[\p{L}\p{N}]{1,3}[.)-]|[o§][^\S\n])/u;

/** Lines without spaces at their ends; those with nothing else are none. */
export const tidy = (lines: readonly string[]) =>
  lines
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter(Boolean)
    .join('\n');
