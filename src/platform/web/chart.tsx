import type { VNode } from 'preact';
import { type Look, type Series, yearOption } from './chart-option.js';
import { drawSvg } from './chart-svg.js';
import { usePage } from './page-context.js';

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
