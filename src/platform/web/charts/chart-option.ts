import { formatDecimal } from '../../i18n/decimal.js';
import { INK, type Ink } from './ink.js';

/** How a series is drawn. No look means better or worse. Shape and stroke differ too, not only the colour. */
export interface Look {
  symbol: 'circle' | 'rect' | 'triangle' | 'diamond';
  hollow?: boolean;
  /** Null: the points stand for themselves. */
  stroke: 'solid' | 'dashed' | 'dotted' | null;
  ink: Ink;
}

export const LOOKS = {
  main: { symbol: 'circle', stroke: 'solid', ink: 'accent' },
  aim: { symbol: 'rect', hollow: true, stroke: null, ink: 'ink' },
  origin: { symbol: 'diamond', hollow: true, stroke: null, ink: 'quiet' },
} as const satisfies Record<string, Look>;

/** For series that stand beside each other, in no order of importance. */
export const EQUAL_LOOKS: readonly Look[] = [
  { symbol: 'circle', stroke: 'solid', ink: 'accent' },
  { symbol: 'rect', hollow: true, stroke: 'dashed', ink: 'ink' },
  { symbol: 'triangle', stroke: 'dotted', ink: 'quiet' },
  { symbol: 'diamond', hollow: true, stroke: 'solid', ink: 'quiet' },
  { symbol: 'triangle', hollow: true, stroke: 'dashed', ink: 'accent' },
  { symbol: 'diamond', stroke: 'dotted', ink: 'ink' },
];

export interface Series {
  key: string;
  label: string;
  look: Look;
  /**
   * Runs of points that belong together; a stroke joins the points of one run, in their order. A point's year: a
   * whole number is the middle of that year.
   */
  runs: [year: number, height: number][][];
  /** A height without a year: a dotted line across. */
  level?: number;
}

interface Manner {
  language: string;
  /** From right to left: the years run that way too. */
  mirrored: boolean;
  width: number;
}

/** A chart over years, in the words of ECharts. */
export function yearOption(series: Series[], { language, mirrored, width }: Manner) {
  const years = series.flatMap(({ runs }) => runs.flat().map(([year]) => year));
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 0];
  const [from, until] = [Math.floor(first + 0.5), Math.floor(last + 0.5)];
  const every = Math.max(1, Math.ceil((until - from + 1) / (width / 60)));
  const labelled = Array.from({ length: Math.floor((until - from) / every) + 1 }, (_, n) => from + n * every);
  const words = { color: INK.quiet, fontSize: 12 };
  const unit = unitOf(series);
  return {
    grid: { left: 8, right: 8, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      min: from - 0.5,
      max: until + 0.5,
      inverse: mirrored,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: INK.quiet } },
      axisTick: { show: years.length > 0, customValues: labelled, lineStyle: { color: INK.quiet } },
      axisLabel: { ...words, show: years.length > 0, customValues: labelled, formatter: String },
    },
    yAxis: {
      type: 'value',
      position: mirrored ? 'right' : 'left',
      splitNumber: 4,
      splitLine: { lineStyle: { color: INK.line } },
      axisLabel: { ...words, formatter: (height: number) => heightLabel(height * unit, language) },
    },
    series: series.flatMap((one) => optionsOf(inUnits(one, unit), from - 0.5, until + 0.5)),
  };
}

/** ECharts fails on the outermost numbers: it is given heights of about one, where theirs are very large or small. */
function unitOf(series: Series[]): number {
  const heights = series.flatMap(({ runs, level = 0 }) => [
    level,
    ...runs.flat().map(([, height]) => height),
  ]);
  const most = Math.max(...heights.map(Math.abs));
  return most === 0 || (most >= 1e-6 && most < 1e12) ? 1 : Math.max(most, Number.MIN_VALUE * 1e15);
}

function inUnits(series: Series, unit: number): Series {
  const rounded = (height: number) => Math.round((height / unit) * 1e12) / 1e12;
  const level = series.level === undefined ? undefined : rounded(series.level);
  const runs = series.runs.map((run) =>
    run.map(([year, height]): [number, number] => [year, rounded(height)]),
  );
  return { ...series, level, runs };
}

function optionsOf({ runs, level, look }: Series, from: number, until: number): object[] {
  const colour = INK[look.ink];
  const common = {
    type: 'line',
    silent: true,
    clip: false,
    emphasis: { disabled: true },
    itemStyle: { color: look.hollow ? INK.surface : colour, borderColor: colour, borderWidth: 2 },
  };
  const line = { color: colour, width: look.stroke ? 2 : 0, type: look.stroke ?? 'solid', opacity: 1 };
  const acrossLine = { ...line, width: 2, type: 'dotted' };
  const across = [
    [from, level],
    [until, level],
  ];
  const symbol = { symbol: look.symbol, symbolSize: runs.flat().length > 60 ? 4 : 9, showAllSymbol: true };
  return [
    ...(level === undefined ? [] : [{ ...common, data: across, showSymbol: false, lineStyle: acrossLine }]),
    ...runs.map((data) => ({ ...common, ...symbol, data, lineStyle: line })),
  ];
}

/** A round figure beside the axis. Long ones are shortened in the manner of the language. */
export function heightLabel(height: number, language: string): string {
  const size = Math.abs(height);
  if (size >= 1e6 || (size > 0 && size < 1e-6)) {
    const notation = size >= 1e6 && size < 1e15 ? 'compact' : 'scientific';
    const locale = language === 'ar' ? 'ar-u-nu-latn' : language;
    return new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 2 }).format(height);
  }
  // Steps of a tenth do not add up exactly in binary.
  const text = height.toFixed(10).replace(/\.?0+$/, '');
  return formatDecimal(text === '-0' ? '0' : text, language);
}
