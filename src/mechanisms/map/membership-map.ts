import type { MembershipKind } from '../mechanism/mechanism.entity.js';
import { OUTLINES } from './outlines.data.js';

/** By the code of a State or territory, as what it is listed. */
export type Listed = ReadonlyMap<string, MembershipKind>;

/** What the picture may be drawn in. It is a file of its own: the sheet of the page does not reach into it. */
const INKS = {
  light: { member: '#0b5d66', observer: '#0b5d66', land: '#dcdcd6', ground: '#fafaf8' },
  dark: { member: '#71c7cf', observer: '#71c7cf', land: '#353c40', ground: '#14181a' },
} as const;
export type MapTheme = keyof typeof INKS;

/**
 * Outlines that the United Nations do not show as areas of their own go with those they show them with, unless a mechanism
 * lists them by themselves.
 */
const SHOWN_WITH: Readonly<Record<string, string>> = { TWN: 'CHN' };

/** A part of the picture that is smaller is marked with a dot. In units of the outlines. */
const SMALL = 14;
const ROOM = 0.07;
const LEAST_WIDTH = 420;
const WIDEST = 2.4;
const NARROWEST = 1.25;

/**
 * Who takes part, on a map: members filled, observers hatched, everything else as land. It draws no boundaries, and
 * it says nothing of a State but in which list it stands. Null where no outline of any of them is known.
 */
export function membershipMap(listed: Listed, theme: MapTheme): string | null {
  const boxes = [...listed.keys()].flatMap((code) => (OUTLINES[code] ? [OUTLINES[code][0]] : []));
  if (boxes.length === 0) return null;
  const [x, y, width, height] = windowOf(boxes);
  const ink = INKS[theme];
  const inside = Object.entries(OUTLINES).filter(
    ([, [[left, top, right, bottom]]]) => right >= x && left <= x + width && bottom >= y && top <= y + height,
  );
  const kindOf = (code: string) => listed.get(code) ?? listed.get(SHOWN_WITH[code] ?? '');
  const land = (kind: MembershipKind | undefined) =>
    inside.map(([code, [, path]]) => (kindOf(code) === kind ? path : '')).join('');
  const unit = width / 700;
  const dots = (kind: MembershipKind) =>
    inside
      .filter(([code, [box]]) => listed.get(code) === kind && isSmall(box, unit))
      .map(
        ([, [[left, top, right, bottom]]]) =>
          `<circle cx="${(left + right) / 2}" cy="${(top + bottom) / 2}" r="${round(5 * unit)}"/>`,
      )
      .join('');
  // A line of the same colour closes the gaps that simplifying left between neighbours.
  const area = (d: string, fill: string) =>
    d && `<path d="${d}" fill="${fill}" stroke="${fill}" stroke-width="2"/>`;
  const step = round(7 * unit);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map(round).join(' ')}" width="700" height="${Math.round((700 * height) / width)}">`,
    `<defs><pattern id="o" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${step}" height="${step}" fill="${ink.ground}"/><rect width="${round(step / 2)}" height="${step}" fill="${ink.observer}"/></pattern></defs>`,
    area(land(undefined), ink.land),
    area(land('observer'), 'url(#o)'),
    area(land('member'), ink.member),
    `<g fill="${ink.member}" stroke="${ink.ground}" stroke-width="${round(unit)}">${dots('member')}</g>`,
    `<g fill="${ink.ground}" stroke="${ink.observer}" stroke-width="${round(2 * unit)}">${dots('observer')}</g>`,
    '</svg>',
  ].join('');
}

type Box = (typeof OUTLINES)[string][0];

const isSmall = ([left, top, right, bottom]: Box, unit: number) =>
  Math.max(right - left, bottom - top) < SMALL * unit;

/** All of them with some room around, in a shape that fits a page. */
function windowOf(boxes: readonly Box[]): [number, number, number, number] {
  const left = Math.min(...boxes.map(([at]) => at));
  const right = Math.max(...boxes.map(([, , at]) => at));
  const top = Math.min(...boxes.map(([, at]) => at));
  const bottom = Math.max(...boxes.map(([, , , at]) => at));
  let width = Math.max((right - left) * (1 + 2 * ROOM), LEAST_WIDTH);
  let height = Math.max((bottom - top) * (1 + 2 * ROOM), width / WIDEST);
  width = Math.max(width, height * NARROWEST);
  height = Math.max(height, width / WIDEST);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
}

const round = (number: number) => Math.round(number * 10) / 10;
