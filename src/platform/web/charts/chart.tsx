import { usePage } from '../page-context.js';
import { type Series, yearOption } from './chart-option.js';
import { drawSvg } from './chart-svg.js';
import { Sample } from './sample.js';

interface YearChartProps {
  /** What the picture shows, and where the same figures are to be read: for those who do not see it. */
  label: string;
  series: Series[];
}

const SIZES = { wide: { width: 720, height: 280 }, narrow: { width: 350, height: 240 } } as const;

/**
 * A chart over years, as SVG drawn on the server, in two sizes of which the style sheet shows one. It needs a table
 * with the same figures beside it. Heights are numbers, good enough for a position in a picture; figures that are to be
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
