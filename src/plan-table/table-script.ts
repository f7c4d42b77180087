import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NotFoundError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { scriptFile } from './script-source.js';

/** The one page that needs scripts of its own: typing in a table by the keyboard. Without them it leads to forms. */
@ApiExcludeController()
@Controller('assets/plan-table')
@Access('anyone')
export class TableScript {
  /** The version is for browsers alone. */
  @Get(':version/:language/:file')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  script(@Param('language') language: string, @Param('file') file: string) {
    const source = scriptFile(language, file);
    if (source === undefined) throw new NotFoundError('script');
    return source;
  }
}
