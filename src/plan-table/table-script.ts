import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NotFoundError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { grid, parts } from './script-source.js';

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
