import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { directionOf, negotiateLanguage, type TextKey, translator } from '../../i18n/i18n.js';

type ClientError = Error & { code?: string; rawPacket?: unknown };

/** What cannot be read as HTTP at all is answered on the line itself: there is no request to make a page of. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS[error.code ?? ''] ?? 400;
  socket.end(plainAnswer(status, Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : ''));
}

/** What somebody expects that nobody here knows is left aside, as HTTP allows: the request is served as any other. */
export function ignoreExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** By the codes of Node. */
const STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const REASONS: Record<number, [phrase: string, key: TextKey]> = {
  400: ['Bad Request', 'error.badRequest'],
  408: ['Request Timeout', 'error.slowRequest'],
  431: ['Request Header Fields Too Large', 'error.longAddress'],
};

/** A page, or a problem document under `/api/`, as it goes over the line. */
function plainAnswer(status: number, sent: string): string {
  const [phrase, key] = REASONS[status]!;
  const language = negotiateLanguage(/^accept-language: *([^\r\n]*)/im.exec(sent)?.[1]);
  const isApi = /^[A-Z]+ \/api\//.test(sent);
  const t = translator(isApi ? 'en' : language);
  const body = isApi
    ? JSON.stringify({ type: 'urn:waymark:problem:bad-request', title: t(key), status })
    : `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">` +
      `<title>${t('error.title')}</title><h1>${t('error.title')}</h1><p>${t(key)}</p>` +
      `<p>${t('error.status', { status })}</p><p><a href="/">${t('error.home')}</a></p></html>`;
  const type = isApi ? 'application/problem+json' : 'text/html; charset=utf-8';
  return [
    `HTTP/1.1 ${status} ${phrase}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
