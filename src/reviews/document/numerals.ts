/*
 * How United Nations documents number chapters (I, II) and subheads (A, B). Documents in Arabic write the ordinals
 * and the names of the letters out.
 */

const ARABIC_CHAPTERS = [
  'أولا',
  'ثانيا',
  'ثالثا',
  'رابعا',
  'خامسا',
  'سادسا',
  'سابعا',
  'ثامنا',
  'تاسعا',
  'عاشرا',
];
const ARABIC_SUBHEADS = ['ألف', 'باء', 'جيم', 'دال', 'هاء', 'واو', 'زاي', 'حاء', 'طاء', 'ياء'];

/** `I.`, `II.`, from 1. */
export function chapterLead(number: number, language: string): string {
  const ordinal = language === 'ar' ? ARABIC_CHAPTERS[number - 1] : undefined;
  return ordinal ? `${ordinal} -` : `${roman(number)}.`;
}

/** `A.`, `B.`, from 1. */
export function subheadLead(number: number, language: string): string {
  const name = language === 'ar' ? ARABIC_SUBHEADS[number - 1] : undefined;
  return name ? `${name} -` : `${String.fromCharCode(64 + number)}.`;
}

const ROMAN: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
