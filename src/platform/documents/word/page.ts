import { BorderStyle, PageOrientation } from 'docx';
import type { Prepared } from '../prepared.js';

/** Twips. A4 with margins of 2.5 cm, and the step of an indent. */
const PAGE = { width: 11906, height: 16838, margin: 1418 };
export const STEP = 567;
/** A pixel, of which 96 are an inch, in twips. */
export const PIXEL = 15;

/** The room between the margins. */
export function roomOf({ orientation }: Pick<Prepared, 'orientation'>): { width: number; height: number } {
  const { width, height, margin } = PAGE;
  const [across, down] = orientation === 'landscape' ? [height, width] : [width, height];
  return { width: across - 2 * margin, height: down - 2 * margin };
}

/** How the pages lie. The library takes the measures of the upright page and turns it. */
export function pageOf({ orientation }: Prepared) {
  const { width, height, margin } = PAGE;
  const turned = orientation === 'landscape' ? { orientation: PageOrientation.LANDSCAPE } : {};
  return {
    size: { width, height, ...turned },
    margin: { top: margin, bottom: margin, left: margin, right: margin, header: 700, footer: 700 },
  };
}

export const GREY = '595959';
export const RULE = { style: BorderStyle.SINGLE, size: 6, color: '6E6E6E' };
export const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'BEBEBE' };
export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const UNRULED = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

const REGIONS: Record<string, string> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ar: 'ar-SA',
  zh: 'zh-CN',
  ru: 'ru-RU',
  pt: 'pt-PT',
};
const TAGS = new Map(Object.entries(REGIONS).map(([tag, region]) => [region, tag]));

/** Word proofs only languages with a region. */
export const wordLanguage = (tag: string) => REGIONS[tag.toLowerCase()] ?? tag;
/** The tag that was written as this one. */
export const plainLanguage = (tag: string) => TAGS.get(tag) ?? tag;

/** What a paragraph says of its direction. */
export const way = ({ direction }: Pick<Prepared, 'direction'>) =>
  direction === 'rtl' ? { bidirectional: true } : {};
