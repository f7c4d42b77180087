import { createHash } from 'node:crypto';
import { rendition } from '../../platform/i18n/localized.js';
import type { PlaceLook } from '../../platform/web/places/places.js';
import type { Mechanism } from '../mechanism/mechanism.entity.js';
import { shortNameIn } from '../mechanism/mechanism-name.js';
import { styleOf } from './colours.js';

export type Look = Pick<Mechanism, 'id' | 'shortName' | 'shortNames' | 'colour' | 'logo' | 'logoText'>;

/** Another one where the rules are others, too: a browser keeps the sheet under it. */
export const versionOf = (colour: string) =>
  createHash('sha256').update(styleOf(colour)).digest('hex').slice(0, 12);

export const logoAddress = ({ id, logo }: Pick<Look, 'id' | 'logo'>): string | null =>
  logo && `/mechanisms/${id}/logo?v=${logo.key}`;

const textIn = (language: string, look: Look) =>
  (look.logoText && rendition(look.logoText, language).text) || shortNameIn(look, language);

/** How pages of a mechanism differ from others; null where it chose nothing. */
export function lookIn(language: string, one: Look): PlaceLook | null {
  const { id, colour, logo } = one;
  if (!colour && !logo) return null;
  return {
    style: colour && `/mechanisms/${id}/colours.css?v=${versionOf(colour)}`,
    logo: logo && {
      src: logoAddress(one)!,
      text: textIn(language, one),
      width: logo.width,
      height: logo.height,
    },
  };
}

/** The logo as documents have it: what a frozen one shows stays as it was. */
export interface DocumentLogo {
  key: string;
  width: number;
  height: number;
  text: string;
}

export const documentLogo = (one: Look, language: string): DocumentLogo | null =>
  one.logo && {
    ...{ key: one.logo.key, width: one.logo.width, height: one.logo.height },
    text: textIn(language, one),
  };
