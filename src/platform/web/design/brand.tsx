/** A W on a stone by the way: its strokes are the path, the dot is where it leads. */
const STROKES = 'M5.6 9l2.9 8.6L12 11.4l3.5 6.2L18.4 9';

const shapes = (stone: string, strokes: string) =>
  `<rect x="1" y="1" width="22" height="22" rx="6" fill="${stone}"/>` +
  `<path d="${STROKES}" fill="none" stroke="${strokes}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>` +
  `<circle cx="12" cy="6.4" r="1.8" fill="${strokes}"/>`;

/** The mark by itself, for the tab of a browser: it is seen on light and on dark. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${shapes('#0b5d66', '#fff')}</svg>`;

/** The mark in the colours of the page; the name stands beside it. */
export const BrandMark = ({ size = 26 }: { size?: number }) => (
  <svg class="brand-mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" />
    <path
      d={STROKES}
      class="stroke-on"
      fill="none"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <circle cx="12" cy="6.4" r="1.8" class="fill-on" />
  </svg>
);
