import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NotFoundError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const versionOf = (source: string) => createHash('sha256').update(source).digest('hex').slice(0, 12);

/** What the script is made of: each part is asked for by an address that changes with it. */
const parts = Object.fromEntries(['grid-blocks.js', 'grid-kept.js'].map((file) => [file, read(`./${file}`)]));
const grid = Object.entries(parts).reduce(
  (source, [file, part]) => source.replace(`./${file}`, `/assets/plan-table/${file}?v=${versionOf(part)}`),
  read('./grid.js'),
);

/** Address of the script, which changes with it: browsers keep it for a year. */
export const TABLE_SCRIPT = `/assets/plan-table.js?v=${versionOf(grid)}`;

const FOR_A_YEAR = 'public, max-age=31536000, immutable';
const SCRIPT = 'text/javascript; charset=utf-8';

/** The one page that needs scripts of its own: typing in a table by the keyboard. Without them it leads to forms. */
@ApiExcludeController()
@Controller('assets')
@Access('anyone')
export class TableScript {
  @Get('plan-table.js')
  @Header('content-type', SCRIPT)
  @Header('cache-control', FOR_A_YEAR)
  grid() {
    return grid;
  }

  @Get('plan-table/:part')
  @Header('content-type', SCRIPT)
  @Header('cache-control', FOR_A_YEAR)
  part(@Param('part') part: string) {
    const source = Object.hasOwn(parts, part) ? parts[part] : undefined;
    if (source === undefined) throw new NotFoundError('script');
    return source;
  }
}
