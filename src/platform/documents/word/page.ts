import { BorderStyle } from 'docx';
import type { Prepared } from '../prepared.js';

/** Twips. A4 with margins of 2.5 cm, the room inside them, and the step of an indent. */
export const PAGE = { width: 11906, height: 16838, margin: 1418 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
export const STEP = 567;

export const GREY = '595959';
export const RULE = { style: BorderStyle.SINGLE, size: 6, color: '6E6E6E' };
export const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'BEBEBE' };
export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const REGIONS: Record<string, string> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ar: 'ar-SA',
  zh: 'zh-CN',
  ru: 'ru-RU',
  pt: 'pt-PT',
};

/** Word proofs only languages with a region. */
export const wordLanguage = (tag: string) => REGIONS[tag.toLowerCase()] ?? tag;

/** What a paragraph says of its direction. */
export const way = ({ direction }: Prepared) => (direction === 'rtl' ? { bidirectional: true } : {});
