import { fold } from '../../platform/i18n/fold.js';

/** The parts of a code: "1.1.a" is 1, 1, a; "5a" is 5, a; "II.3" is ii, 3. */
export function codeParts(code: string): string[] {
  return fold(code)
    .split(/[^\p{L}\d]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .filter(Boolean);
}

/** Codes of parts that begin it, the longest first, each as one text. */
export function codesAbove(code: string): string[] {
  const parts = codeParts(code);
  return parts.slice(1).map((_, cut) => parts.slice(0, parts.length - 1 - cut).join('.'));
}

export const codeKey = (code: string): string => codeParts(code).join('.');

const NUMBER = String.raw`\d+(?:[.\-]\d+)*(?:\.?[a-z])?`;
const LEADING = [
  // "1.2 Train", "1) Train", "5a. Train", "1 – Train"
  new RegExp(String.raw`^(${NUMBER})(?:[.):]+\s*|\s+[-–—:]\s*|\s+)(?=\p{L}|["«“'(])(.+)$`, 'su'),
  // "II. Protection", "IV – Return", "A) Data", "a. Data"
  /^([IVX]{1,5}|[A-Z]|[a-z])(?:[.):]+\s*|\s+[-–—:]\s*)(?=\p{L}|["«“'(])(.+)$/su,
  // "Domain 2: Mobility", "Objetivo 1.3 - Datos"
  /^((?:\p{L}+\s)\d+(?:\.\d+)*)(?:\s*[.):]+\s*|\s+[-–—]\s*)(?=\p{L}|["«“'(])(.+)$/su,
] as const;

/** The code at the beginning of a title, and the title without it; null when there is none. */
export function splitCode(title: string): { code: string; title: string } | null {
  for (const form of LEADING) {
    const [, code, rest] = form.exec(title) ?? [];
    if (code && rest && code.length <= 40) return { code, title: rest.trim() };
  }
  return null;
}

/** Whether most codes of a list stand below another of the list, by their shape. */
export function shapesATree(codes: readonly string[]): boolean {
  const given = codes.filter(Boolean);
  const keys = new Set(given.map(codeKey));
  const below = given.filter((code) => codesAbove(code).some((above) => keys.has(above)));
  return given.length > 1 && below.length >= given.length / 4;
}
