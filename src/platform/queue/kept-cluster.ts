import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'embedded-queue-';
/** Counts how the files are made (`MAKER` of embedded-thread.ts). */
const FORM = 2;

/**
 * The file in `folder` for the files of an empty database of this version of PGlite. Those of other versions go: the
 * form of the files may differ.
 */
export function keptFile(folder: string, pglite: string): string {
  const about = readFileSync(join(dirname(pglite), '../package.json'), 'utf8');
  const name = `${NAME}${(JSON.parse(about) as { version: string }).version}-${FORM}.tar.gz`;
  for (const other of readdirSync(folder))
    if (other.startsWith(NAME) && !other.startsWith(name)) rmSync(join(folder, other), { force: true });
  return join(folder, name);
}
