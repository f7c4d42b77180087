import { isVerified } from '../framework.js';
import type { FrameworkLanguage } from '../framework.types.js';
import { objectives } from '../objectives.data.js';

const OFFICIAL: readonly FrameworkLanguage[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];

/** The objectives without a verified title in a language: an official one can be entered. */
export const unverifiedIn = (language: FrameworkLanguage): number[] =>
  objectives.map(({ number }) => number).filter((number) => !isVerified(number, language));

/** The official languages of the United Nations in which the catalogue lacks titles. */
export const WORDING_LANGUAGES = OFFICIAL.filter((language) => unverifiedIn(language).length > 0);
