import type { Indicator, Reading } from './indicator.entity.js';
import { placeInYears } from './period.js';
import { type Dimension, DIMENSIONS } from './vocabulary.js';

/** A place in a picture over years: never to be read, only to be looked at. */
export type Point = [year: number, height: number];

const inOrder = (points: Point[]): Point[] => points.sort((a, b) => a[0] - b[0]);
const pointOf = (reading: Reading): Point => [placeInYears(reading), Number(reading.value)];
const broken = (reading: Reading): Dimension[] =>
  DIMENSIONS.filter((dimension) => reading[dimension] !== null);

/** What the picture of an indicator shows: baseline, targets and the readings that are not broken down. */
export function pictureOf(indicator: Indicator, readings: readonly Reading[]) {
  const { baselineValue, baselineYear, targets } = indicator;
  const baseline = baselineValue === null ? undefined : Number(baselineValue);
  return {
    baseline: baseline !== undefined && baselineYear !== null ? [[baselineYear, baseline] as Point] : [],
    /** A baseline whose year the plan does not give. */
    level: baselineYear === null ? baseline : undefined,
    targets: inOrder(
      targets.flatMap(({ year, value }): Point[] => (value === null ? [] : [[year, Number(value)]])),
    ),
    readings: inOrder(readings.filter((reading) => broken(reading).length === 0).map(pointOf)),
  };
}

/** More lines than this are not told apart in one picture; their figures are in the table. */
const MOST_PARTS = 6;

/**
 * The readings broken down by one dimension alone, part by part, in the order of the words. The free dimension is in
 * no picture: it may be anything, and a line for each State, side by side, is what this product never draws.
 */
export function partsBy(
  dimension: Exclude<Dimension, 'other'>,
  readings: readonly Reading[],
): { part: string; points: Point[] }[] {
  const parts = new Map<string, Point[]>();
  for (const reading of readings) {
    const part = reading[dimension];
    if (part === null || broken(reading).length > 1) continue;
    parts.set(part, [...(parts.get(part) ?? []), pointOf(reading)]);
  }
  if (parts.size > MOST_PARTS) return [];
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, points]) => ({ part, points: inOrder(points) }));
}
