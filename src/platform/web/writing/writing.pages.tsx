import { Body, Controller, Get, Header, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFoundError } from '../../errors.js';
import { Access } from '../../http/access.js';
import { LongText, Text } from '../../http/fields.js';
import { Takes } from '../../http/requests/body-limit.js';
import { readInput } from '../../http/read-input.js';
import { fragment } from '../page.js';
import { Prose } from '../prose.js';
import { WRITING_VERSION, writingFile } from './writing-script.js';

class ProseToShow {
  @LongText(60_000, { optional: true }) text?: string | null;
  @Text(12, { optional: true }) language?: string | null;
}

/** What helps to write lists, tables, links and footnotes, and how they will look. */
@ApiExcludeController()
@Controller()
@Access('anyone')
export class WritingPages {
  @Get('assets/writing/:version/:file')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(
    @Param('version') version: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const source = writingFile(file);
    if (source === undefined) throw new NotFoundError('script');
    // A page of an older process may ask: that answer is not kept.
    void reply.header(
      'cache-control',
      version === WRITING_VERSION ? 'public, max-age=31536000, immutable' : 'no-store',
    );
    return source;
  }

  /** A text as its page will show it. Nothing is kept. */
  @Post('prose')
  @Takes(ProseToShow)
  show(@Body() body: Record<string, unknown>) {
    const { text, language } = readInput(ProseToShow, body);
    return fragment(<Prose text={text ?? ''} language={language ?? undefined} />);
  }
}
