import { init } from 'echarts/core';
import { type Series, yearOption } from './chart-option.js';
import './chart-svg.js';

/** The same chart as a picture of its own, with its colours in it: for documents. Its words are figures alone. */
export function yearSvg(
  series: Series[],
  { width, height, ...manner }: { language: string; mirrored: boolean; width: number; height: number },
): string {
  const drawn = series.filter(({ runs, level }) => runs.some((run) => run.length > 0) || level !== undefined);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...yearOption(drawn, { ...manner, width }), animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
