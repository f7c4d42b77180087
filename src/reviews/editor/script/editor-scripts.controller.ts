import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFoundError } from '../../../platform/errors.js';
import { Access } from '../../../platform/http/access.js';
import { EDITOR_VERSION, editorFile } from './editor-scripts.js';

/** The script of the editor. Without it every passage is edited by a form on a page of its own. */
@ApiExcludeController()
@Controller('assets/editor')
@Access('anyone')
export class EditorScripts {
  @Get(':version/:language/:file')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(
    @Param('version') version: string,
    @Param('language') language: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const source = editorFile(language, file);
    if (source === undefined) throw new NotFoundError('script');
    // While a new version is put in place, a page of the one may ask a process of the other: that is not kept.
    void reply.header(
      'cache-control',
      version === EDITOR_VERSION ? 'public, max-age=31536000, immutable' : 'no-store',
    );
    return source;
  }
}
