import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type DynamicModule, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import type { Config } from '../config.js';
import { JsonLogger } from '../logger.js';
import { endOnSignals } from '../shutdown.js';
import { ApiDescription, describeApi } from './openapi.js';

const BODY_LIMIT = 2_000_000;

/** Builds the web application: module, plugins, assets, API description. It does not listen yet. */
export async function createWebApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Not all of X-Forwarded-For: its beginning is what the visitor wrote, and sign-ins are counted by address.
    trustProxy: (_address, hop) => hop < config.proxies,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new JsonLogger(config.logLevel),
    abortOnError: false,
  });
  endOnSignals(app);
  await app.register(cookie);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(multipart, { limits: { files: 1, fields: 20, fileSize: 50_000_000 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
  takeEmptyJson(app);
  disableCaching(app);
  logRequests(app);
  await app.init();
  app.get(ApiDescription).document = describeApi(app);
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** JSON with nothing in it is no input: many programs name the type of a body whether they send one or not. */
function takeEmptyJson(app: NestFastifyApplication): void {
  const parse = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>('application/json', { bodyLimit: BODY_LIMIT }, (request, body, done) =>
    body.length === 0 ? done(null, undefined) : parse(request, body.toString(), done),
  );
}

/** What says nothing else is kept by nobody: no cache on the way, no browser another person sits at. */
function disableCaching(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, _payload, done) => {
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      done();
    });
}

/** One line per request. Addresses are logged by route, not by URL: a URL may hold a one-time secret. */
function logRequests(app: NestFastifyApplication): void {
  const logger = new Logger('request');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      logger.log({
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        request: request.id,
        account: request.actor?.accountId ?? undefined,
      });
      done();
    });
}
