import { wrong } from '../../platform/http/field.js';

type Rgb = readonly [number, number, number];

/** What of a theme a colour has to be read on, and beside. The values are those of `base.css`. */
interface Theme {
  grounds: readonly string[];
  surface: string;
  ink: string;
  /** What is written on a button of the colour. */
  onAccent: string;
  /** Which way a colour goes until it can be read. */
  toward: string;
  /** How much of the colour is in its soft ground. */
  tint: number;
}

export const LIGHT: Theme = {
  grounds: ['#fafaf8', '#ffffff', '#f0f1ee'],
  surface: '#ffffff',
  ink: '#1b1e20',
  onAccent: '#ffffff',
  toward: '#000000',
  tint: 0.12,
};
export const DARK: Theme = {
  grounds: ['#14181a', '#1c2123', '#262c2f'],
  surface: '#1c2123',
  ink: '#e8e9e6',
  onAccent: '#0d1719',
  toward: '#ffffff',
  tint: 0.18,
};

/** WCAG 2.2, 1.4.3: of text to its ground. */
const ENOUGH = 4.5;
const STEP = 0.02;

/** A colour for one theme: as text, line and button, and as the ground of what is chosen. */
export interface Accent {
  accent: string;
  soft: string;
}

/** The colour as it can be read in a theme: the one that was chosen, or the nearest to it on the way to black or white. */
export function accentIn(colour: string, theme: Theme): Accent {
  for (let share = 0; ; share += STEP) {
    const accent = mixed(colour, theme.toward, Math.min(share, 1));
    const soft = mixed(theme.surface, accent, theme.tint);
    if (share >= 1 || isReadable(accent, soft, theme)) return { accent, soft };
  }
}

const isReadable = (accent: string, soft: string, { grounds, ink, onAccent }: Theme) =>
  [...grounds, soft, onAccent].every((ground) => contrast(accent, ground) >= ENOUGH) &&
  contrast(ink, soft) >= ENOUGH;

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(one: string, other: string, share: number): string {
  const to = rgbOf(other);
  return hexOf(rgbOf(one).map((part, at) => part + (to[at]! - part) * share) as unknown as Rgb);
}

const rgbOf = (colour: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `#0B5D66`, `0b5d66` and `#fff` as `#rrggbb`; a problem for anything else. */
export function readColour(typed: string) {
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed) ?? [];
  if (!digits) return wrong('error.colour');
  const all = digits.length === 3 ? [...digits].map((one) => one + one).join('') : digits;
  return `#${all.toLowerCase()}`;
}

/** The rules that follow the sheet of the product, for pages of one mechanism. */
export function styleOf(colour: string): string {
  const [light, dark] = [accentIn(colour, LIGHT), accentIn(colour, DARK)];
  const both = (part: keyof Accent) => `light-dark(${light[part]},${dark[part]})`;
  return [
    `:root{--accent:${light.accent};--accent-soft:${light.soft}}`,
    `@supports (color:light-dark(red,red)){:root{--accent:${both('accent')};--accent-soft:${both('soft')}}}`,
    // A line that carries no words shows the colour as it was chosen.
    `.top{border-block-start:4px solid ${colour}}`,
  ].join('\n');
}
