import { constants } from 'node:zlib';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type DynamicModule, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { asOneRequest } from '../database/request-memory.js';
import { JsonLogger } from '../logger.js';
import { endOnSignals } from '../shutdown.js';
import { sendHeaders } from './headers.js';
import { ApiDescription } from './openapi.js';
import { admitFirst } from './requests/admit-first.js';
import { USUAL_BYTES } from './requests/body-limit.js';
import { answerClientError, ignoreExpectations } from './requests/client-errors.js';
import { LONGEST_ADDRESS, readableAddress } from './requests/oddities.js';
import { parseBodies } from './requests/parse-bodies.js';
import { readToEnd } from './requests/read-to-end.js';

/** A file over a slow line takes minutes; a line on which nothing comes is closed sooner. */
const SERVER = { requestTimeout: 300_000, connectionTimeout: 120_000, keepAliveTimeout: 60_000 };
const HEADERS = { headersTimeout: 30_000, requireHostHeader: false };
/** One file, and the few fields beside it. */
const MULTIPART = { files: 1, fields: 20, parts: 25, fieldNameSize: 200, fieldSize: 20_000, headerPairs: 20 };

/**
 * A page is compressed at once: handing it to another thread costs several times what compressing it takes. One step
 * above the usual quality is as fast for texts of this size, and a tenth smaller.
 */
const COMPRESSION = {
  threshold: 1024,
  syncThreshold: 128 * 1024,
  encodings: ['br' as const, 'gzip' as const],
  brotliOptions: {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  },
  globalDecompression: false,
};

/** Builds the web application: module, plugins, assets, API description. It does not listen yet. */
export async function createWebApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...SERVER,
    http: HEADERS,
    bodyLimit: USUAL_BYTES,
    rewriteUrl: readableAddress,
    clientErrorHandler: answerClientError,
    // Not all of X-Forwarded-For: its beginning is what the visitor wrote, and sign-ins are counted by address.
    // `false` and no empty list: without a web server in front none of its headers is read, that of the host neither.
    trustProxy: config.trustedProxies.length > 0 && config.trustedProxies,
    // A part of an address that is too long is none of an id; the address as a whole has its limit.
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_ADDRESS },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new JsonLogger(config.logLevel),
    abortOnError: false,
  });
  endOnSignals(app);
  await app.register(cookie);
  await app.register(compress, COMPRESSION);
  await app.register(multipart, { limits: { ...MULTIPART, fileSize: 50_000_000 } });
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
  endConnections(app);
  sendHeaders(app);
  logRequests(app);
  parseBodies(app);
  readToEnd(app);
  admitFirst(app);
  rememberRequests(app);
  ignoreExpectations(app.getHttpServer());
  await app.init();
  app.get(ApiDescription).application = app;
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/**
 * Whoever is answered while the application closes may not keep the connection: only those without a request are closed at
 * once, and the others would hold the process up for as long as a kept one may rest.
 */
function endConnections(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preClose', (done) => {
    server.server.keepAliveTimeout = 1;
    done();
  });
}

/** After the body: it comes in events of the connection, which know of no request. */
function rememberRequests(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preValidation', (_request, _reply, done) => asOneRequest(done));
}

/** Fastify would load the library that compiles JSON schemas. No route has one: classes read what comes in. */
function noSchema(): never {
  throw new Error('a route has a schema; its input is a class');
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
