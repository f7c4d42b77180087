import type { Indicator, Reading } from './indicator.entity.js';
import { placeInYears } from './period.js';
import { type Dimension, DIMENSIONS } from './vocabulary.js';

/** A place in a picture over years: never to be read, only to be looked at. */
export type Point = [year: number, height: number];

const inOrder = (points: Point[]): Point[] => points.sort((a, b) => a[0] - b[0]);
const pointOf = (reading: Reading): Point => [placeInYears(reading), Number(reading.value)];
const broken = (reading: Reading): Dimension[] =>
  DIMENSIONS.filter((dimension) => reading[dimension] !== null);

/** One run for each precision: a stroke from the figure of a year to that of a quarter would show a fall that is none. */
function runsOf(readings: readonly Reading[]): Point[][] {
  const runs = new Map<string, Point[]>();
  for (const reading of readings) {
    runs.set(reading.precision, [...(runs.get(reading.precision) ?? []), pointOf(reading)]);
  }
  return [...runs.values()].map(inOrder);
}

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
    readings: runsOf(readings.filter((reading) => broken(reading).length === 0)),
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
): { part: string; runs: Point[][] }[] {
  const parts = new Map<string, Reading[]>();
  for (const reading of readings) {
    const part = reading[dimension];
    if (part === null || broken(reading).length > 1) continue;
    parts.set(part, [...(parts.get(part) ?? []), reading]);
  }
  if (parts.size > MOST_PARTS) return [];
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, ofPart]) => ({ part, runs: runsOf(ofPart) }));
}

const words = (reading: Reading) =>
  broken(reading)
    .map((dimension) => `${dimension} ${reading[dimension]}`)
    .join();

/** As a table lists them: the latest period first; in it the whole before its parts, these by their words. */
export function inListOrder(readings: readonly Reading[]): Reading[] {
  return [...readings].sort(
    (a, b) =>
      b.start.localeCompare(a.start) ||
      b.end.localeCompare(a.end) ||
      broken(a).length - broken(b).length ||
      (words(a) < words(b) ? -1 : words(a) > words(b) ? 1 : 0) ||
      b.recordedAt.getTime() - a.recordedAt.getTime(),
  );
}
