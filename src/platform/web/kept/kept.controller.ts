import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFoundError } from '../../errors.js';
import { Access } from '../../http/access.js';
import { type Actor, CurrentActor } from '../../http/actor.js';
import { Csrf } from '../../http/csrf.js';
import { Keeper } from './keeper.js';
import { KEPT_VERSION, keptFile, OFFLINE_SCRIPT } from './kept-scripts.js';

/** The script that keeps what is typed until it is saved, and what it asks for. Without it forms are sent as ever. */
@ApiExcludeController()
@Controller()
@Access('anyone')
export class KeptForms {
  constructor(
    private readonly csrf: Csrf,
    private readonly keeper: Keeper,
  ) {}

  @Get('assets/kept/:version/:language/:file')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(
    @Param('version') version: string,
    @Param('language') language: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const source = keptFile(language, file);
    if (source === undefined) throw new NotFoundError('script');
    // While a new version is put in place, a page of the one may ask a process of the other: that is not kept.
    void reply.header(
      'cache-control',
      version === KEPT_VERSION ? 'public, max-age=31536000, immutable' : 'no-store',
    );
    return source;
  }

  /** For no more than what it is registered for: the addresses below a secret. */
  @Get('assets/offline.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @Header('service-worker-allowed', '/')
  offline() {
    return OFFLINE_SCRIPT;
  }

  /**
   * A new token for a page that has been open while its session ended and another began, and for whom it is: a form is
   * sent on only for the person who opened it. No other site can read the answer.
   */
  @Get('form-token')
  token(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const person = actor.accountId && this.keeper.nameOf(actor.accountId);
    return { token: this.csrf.token(request, reply), person };
  }
}
