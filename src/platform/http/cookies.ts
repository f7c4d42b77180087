import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';

/** How long the server keeps a session at most; what a browser holds of it is kept as long, whether it is closed or not. */
export const SESSION_SECONDS = 14 * 86_400;

/**
 * The product's cookies. Reached over HTTPS they are `__Host-` cookies: the browser takes them from this host alone, over
 * HTTPS alone, so no neighbouring site can plant one. Over HTTP, for a trial, they have their plain names.
 */
@Injectable()
export class Cookies {
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) { publicUrl }: Pick<Config, 'publicUrl'>) {
    this.secure = publicUrl.startsWith('https:');
  }

  /** As the browser knows it. */
  nameOf(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }

  get(request: FastifyRequest, name: string): string | undefined {
    return request.cookies[this.nameOf(name)];
  }

  /** Without `maxAge`, in seconds, it is kept until the browser is closed. */
  set(reply: FastifyReply, name: string, value: string, maxAge?: number): void {
    reply.setCookie(this.nameOf(name), value, {
      ...this.attributes,
      ...(maxAge !== undefined && { maxAge }),
    });
  }

  clear(reply: FastifyReply, name: string): void {
    reply.clearCookie(this.nameOf(name), this.attributes);
  }

  private get attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
  }
}
