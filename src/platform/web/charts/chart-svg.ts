import { type EChartsCoreOption, init, use } from 'echarts/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { type HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import { h, type VNode } from 'preact';
import { inkOf } from './ink.js';

use([BarChart, LineChart, ScatterChart, GridComponent, SVGRenderer]);

/** What of a picture is kept: shapes and words. No style, script, link or address can come through. */
const TAGS = new Set(['svg', 'g', 'path', 'text', 'circle', 'rect', 'polyline', 'polygon', 'line']);
const ATTRIBUTES = new Set([
  ...['viewBox', 'd', 'points', 'transform', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r'],
  ...['width', 'height', 'text-anchor', 'dominant-baseline', 'fill-opacity', 'stroke-opacity'],
  ...['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
]);

/**
 * Draws an ECharts option as SVG, on the server. The content security policy allows no inline style, which ECharts
 * writes for its texts; so the picture is taken apart and put together again from what is allowed.
 */
export function drawSvg(
  option: EChartsCoreOption,
  size: { width: number; height: number },
  className: string,
): VNode {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    const root = parse(chart.renderToSVGString()).querySelector('svg');
    if (!root) throw new Error('the chart library drew no picture');
    return rebuilt(root, { class: className, 'aria-hidden': 'true', focusable: 'false' })!;
  } finally {
    chart.dispose();
  }
}

function rebuilt(element: HTMLElement, given: Record<string, string> = {}): VNode | null {
  const tag = element.rawTagName;
  if (!TAGS.has(tag)) return null;
  const attributes: Record<string, string> = { ...given };
  const classes = given.class ? [given.class] : [];
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'fill' || name === 'stroke') {
      if (value === 'none' || value === 'transparent') attributes[name] = 'none';
      else classes.push(`${name}-${inkOf.get(value) ?? 'quiet'}`);
    } else if (ATTRIBUTES.has(name)) attributes[name] = value;
  }
  // The size is the style sheet's; the proportions are in the view box.
  if (tag === 'svg') for (const name of ['width', 'height']) delete attributes[name];
  if (classes.length > 0) attributes.class = classes.join(' ');
  const inside =
    tag === 'text'
      ? [element.text.trim()]
      : element.childNodes.filter(isElement).map((child) => rebuilt(child));
  return h(tag, attributes, ...inside);
}

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;
