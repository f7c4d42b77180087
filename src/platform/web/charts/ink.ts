/**
 * The colours a chart may use. They are marks only: in the picture each becomes a class, so that the style sheet
 * decides what it looks like, in the light and in the dark.
 */
export const INK = {
  accent: '#000001',
  ink: '#000002',
  quiet: '#000003',
  line: '#000004',
  surface: '#000005',
} as const;
export type Ink = keyof typeof INK;

export const inkOf = new Map<string, Ink>(Object.entries(INK).map(([ink, colour]) => [colour, ink as Ink]));
