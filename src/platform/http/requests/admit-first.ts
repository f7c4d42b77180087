import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { NotFoundError } from '../../errors.js';
import { type Config, CONFIG } from '../../config.js';
import { Admission, type RouteAccess } from '../access.js';
import type { BodyLimits } from './body-limit.js';
import { oddityOf } from './oddities.js';
import { isGivenBack } from './own-form.js';
import { tooLarge } from './refused-request.js';
import { declaredRoutes } from './routes.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
    limits?: BodyLimits;
  }
}

/**
 * Answers whoever may not go where they go, or sends too much, before a byte of the body is read. Guards of Nest come
 * after the body. Call it before routes are registered.
 */
export function admitFirst(app: NestFastifyApplication): void {
  const routes = new Map(
    declaredRoutes(app.get(ModulesContainer)).map((route) => [`${route.method} ${route.path}`, route]),
  );
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', (options) => {
    const method = options.method === 'HEAD' ? 'GET' : String(options.method);
    const declared = routes.get(`${method} ${options.url}`);
    if (!declared) return;
    const { access, limits } = declared;
    options.bodyLimit = limits.body;
    options.config = { ...options.config, access, limits };
  });
  const admission = () => app.get(Admission, { strict: false });
  const { publicUrl } = app.get<Config>(CONFIG, { strict: false });
  server.addHook('onRequest', async (request) => {
    const oddity = oddityOf(request);
    if (oddity) throw oddity;
    if (request.is404) throw new NotFoundError('address');
    const { access, limits } = request.routeOptions.config;
    try {
      await admission().admit(request, access);
    } catch (error) {
      // A session or a role has ended, or the database is away: the guard refuses it once more, when it is read.
      if (error instanceof NotFoundError || !isGivenBack(request, publicUrl)) throw error;
    }
    if (limits) refuseLarge(request, limits);
  });
}

/** By what it says of its size. What says nothing is counted while it is read. */
function refuseLarge({ headers }: FastifyRequest, { body, upload }: BodyLimits): void {
  const limit = isMultipart(headers['content-type']) && upload > 0 ? upload : body;
  if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
}

const isMultipart = (type: string | undefined) => /^\s*multipart\/form-data\b/i.test(type ?? '');
