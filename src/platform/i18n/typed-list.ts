import { westernDigits } from './western-digits.js';

/** Commas and semicolons of Latin and Arabic script, and line breaks. */
const BETWEEN = /[,;،؛\n\r]+/;

/** A list as people type it in any language: "1.1, 2" and "١٫١، ٢" alike, without empty parts. */
export const typedList = (typed: string | null | undefined): string[] =>
  westernDigits(typed ?? '')
    .replace(/(\d)\u066b(?=\d)/g, '$1.')
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter(Boolean);

/** The same where no part holds a blank. */
export const typedWords = (typed: string | null | undefined): string[] =>
  typedList(typed).flatMap((one) => one.split(/\s+/));
