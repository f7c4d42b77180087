import type { VNode } from 'preact';
import { formatDecimal } from '../i18n/decimal.js';
import { drawSvg, INK, type Ink } from './chart-svg.js';
import { usePage } from './page-context.js';

/** How a series is drawn. No look means better or worse; each is told by shape and stroke too, not by colour alone. */
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
   * Runs of points that belong together; a stroke joins the points of one run, in their order. A place is in years: a
   * whole number is the middle of that year.
   */
  runs: [year: number, height: number][][];
  /** A height without a year: a dotted line across. */
  level?: number;
}

interface YearChartProps {
  /** What the picture shows, and where the same figures are to be read: for those who do not see it. */
  label: string;
  series: Series[];
}

const SIZES = { wide: { width: 720, height: 280 }, narrow: { width: 350, height: 240 } } as const;

/**
 * A chart over years, as SVG drawn on the server, in two sizes of which the style sheet shows one. It needs a table
 * with the same figures beside it. Heights are numbers, good enough for a place in a picture; figures that are to be
 * read are printed from their text.
 */
export function YearChart({ label, series }: YearChartProps) {
  const { language, direction } = usePage();
  const drawn = series.filter(({ runs, level }) => runs.some((run) => run.length > 0) || level !== undefined);
  if (drawn.length === 0) return null;
  const pictures = Object.entries(SIZES).map(([name, size]) =>
    drawSvg(yearOption(drawn, { language, mirrored: direction === 'rtl', width: size.width }), size, name),
  );
  return (
    <figure class="chart">
      <div role="img" aria-label={label}>
        {pictures}
      </div>
      <figcaption>
        <ul class="legend">
          {drawn.map(({ key, label: name, look, level }) => (
            <li key={key}>
              <Sample look={level === undefined ? look : { ...look, stroke: 'dotted' }} /> {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

interface Manner {
  language: string;
  /** From right to left: the years run that way too. */
  mirrored: boolean;
  width: number;
}

function yearOption(series: Series[], { language, mirrored, width }: Manner) {
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

const DASHES = { solid: undefined, dashed: '6 3', dotted: '2 3' };
const SHAPES: Record<Look['symbol'], string> = {
  circle: 'M7 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  rect: 'M7 2h8v8h-8z',
  triangle: 'M11 2l4.5 8h-9z',
  diamond: 'M11 1l5 5l-5 5l-5 -5z',
};

/** The look of a series beside its name. */
function Sample({ look }: { look: Look }): VNode {
  return (
    <svg class="sample" viewBox="0 0 22 12" aria-hidden="true" focusable="false">
      {look.stroke && (
        <path
          d="M0 6h22"
          fill="none"
          class={`stroke-${look.ink}`}
          stroke-width="2"
          stroke-dasharray={DASHES[look.stroke]}
        />
      )}
      <path
        d={SHAPES[look.symbol]}
        class={`fill-${look.hollow ? 'surface' : look.ink} stroke-${look.ink}`}
        stroke-width="2"
      />
    </svg>
  );
}
