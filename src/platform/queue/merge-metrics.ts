/** In Prometheus' format a metric has its HELP and TYPE once, and its samples stand together. */
export function mergeMetrics(texts: string[]): string {
  const lines = [...new Set(texts.flatMap((text) => text.split('\n')))];
  const metric = (line: string) => /^(?:# \w+ )?(\w+)/.exec(line)?.[1] ?? '';
  const metrics = [...new Set(lines.map(metric))];
  return metrics.flatMap((name) => [...lines.filter((line) => metric(line) === name), '']).join('\n');
}
