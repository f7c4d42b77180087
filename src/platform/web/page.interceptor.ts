import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, mergeMap } from 'rxjs';
import { Fragment, Page, Redirect } from './page.js';
import { PageRenderer } from './page-renderer.js';

/** Renders pages and redirects; leaves every other answer (JSON, streams) alone. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        const rendered = result instanceof Page || result instanceof Redirect || result instanceof Fragment;
        return rendered ? this.renderer.send(result, request, reply) : result;
      }),
    );
  }
}
