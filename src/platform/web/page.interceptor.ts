import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, mergeMap, type Observable, of } from 'rxjs';
import { Fragment, Page, Redirect } from './page.js';
import { PageRenderer } from './page-renderer.js';
import { AskFirst } from './presses/ask-first.js';

/** Asks before a handler acts that says so; renders pages and redirects; leaves every other answer (JSON, streams) alone. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly askFirst: AskFirst,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.askFirst.page(context)).pipe(
      mergeMap((question): Observable<unknown> => (question ? of(question) : next.handle())),
      mergeMap(async (result: unknown) => {
        const rendered = result instanceof Page || result instanceof Redirect || result instanceof Fragment;
        return rendered ? this.renderer.send(result, request, reply) : result;
      }),
    );
  }
}
