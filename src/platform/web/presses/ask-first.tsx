import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Page, page } from '../page.js';
import { askingOf, type Press } from './asks.js';
import { ConfirmPage } from './confirm.js';

/** Puts the question of a handler that asks first. */
@Injectable()
export class AskFirst {
  constructor(private readonly modules: ModuleRef) {}

  /** The page that asks; null where the handler may go on. */
  async page(context: ExecutionContext): Promise<Page | null> {
    const asking = askingOf(context.getHandler());
    if (!asking) return null;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const body = (request.body ?? {}) as Press['body'];
    if (body.confirmed === 'on') return null;
    const press = { actor: request.actor!, params: request.params as Press['params'], body };
    const pages = this.modules.get<never>(context.getClass(), { strict: false });
    const question = await asking.ask(pages, press);
    return question && page(<ConfirmPage {...{ verb: asking.verb, question, body }} />);
  }
}
