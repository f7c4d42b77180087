import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** How a place in what is compiled stands in a stack trace. */
const PLACE = /file:\/\/\S+?\/dist\/[^\s:)]+\.js:\d+:\d+/;
const maps = new Map<string, SourceMap | null>();

/**
 * From now on a stack trace names files and lines of the source. In place of `--enable-source-maps`, which reads the
 * maps of all that is loaded, libraries too, at start (a tenth of it, and 25 MB): here those that a trace needs are read.
 */
export function nameSourceLines(): void {
  Error.prepareStackTrace = (error, sites) => [inWords(error), ...sites.map(line)].join('\n    at ');
}

function inWords(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

/** V8 has the words of a call; its type does not say so. */
const line = (site: { toString(): string }) => site.toString().replace(PLACE, placeInSource);

function placeInSource(place: string): string {
  const [, url, row, column] = /^(.*):(\d+):(\d+)$/.exec(place)!;
  // Both begin at one, as a trace does.
  const origin = mapOf(url!)?.findOrigin(Number(row), Number(column));
  if (!origin || !('fileName' in origin)) return place;
  const { fileName, lineNumber, columnNumber } = origin;
  return `${fileURLToPath(new URL(fileName, url))}:${lineNumber}:${columnNumber}`;
}

function mapOf(url: string): SourceMap | null {
  let map = maps.get(url);
  if (map === undefined) maps.set(url, (map = read(`${fileURLToPath(url)}.map`)));
  return map;
}

function read(file: string): SourceMap | null {
  try {
    return new SourceMap(
      JSON.parse(readFileSync(file, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
    );
  } catch {
    return null;
  }
}
