import { once } from 'node:events';
import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { TestApp } from './app.js';

export interface Answer {
  status: number;
  body: string;
  bytes: Buffer;
  headers: Record<string, string>;
  /** The body as JSON. */
  json<T = Record<string, unknown>>(): T;
}

type Form = Record<string, string | number | boolean | string[] | undefined>;

interface SentFile {
  field: string;
  name: string;
  content: Buffer;
  type?: string;
}

/** A form with a file, as it goes over the line. */
export function multipart(file: SentFile, fields: Form = {}) {
  const boundary = 'waymark-test-boundary';
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    file.content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}

/** In place of `fetch`, which costs more than many an answer. */
const AGENT = new Agent({ keepAlive: true });

const SEARCH = /^(\/api\/v1)?\/search\b/;

let clients = 0;

/**
 * A page without what a request or a process has of its own: the token of its forms, and the version of its scripts, which a
 * compiled process names otherwise than one that runs from the source.
 */
export const samePage = (body: string): string =>
  body
    .replaceAll(/_csrf" value="[^"]+/g, '')
    .replaceAll(/(\/assets\/[a-z./-]*?)(\?v=|\/)[0-9a-f]{12}\b/g, '$1$2');

/** A browser without JavaScript: keeps cookies, sends forms with the token of the page before. */
export class Client {
  private readonly cookies = new Map<string, string>();
  private csrf = '';
  /** Of each of them every other request goes to the same process; some begin with one and some with the other. */
  private turn = (clients += 1);

  constructor(
    private readonly test: TestApp,
    readonly token?: string,
  ) {}

  async get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.request('GET', url, undefined, headers);
    this.csrf = /(?:name="_csrf" value|^\{"token)"?[=:]"([^"]+)"/.exec(answer.body)?.[1] ?? this.csrf;
    return answer;
  }

  /** Sends a form and does not follow the redirect. */
  async post(url: string, form: Form = {}, headers: Record<string, string> = {}): Promise<Answer> {
    if (!this.csrf) await this.get('/sign-in');
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ _csrf: this.csrf, ...form })) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) body.append(name, String(one));
    }
    return this.request('POST', url, body.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  }

  /** Sends a form and answers the page it leads to. */
  async submit(url: string, form: Form = {}): Promise<Answer> {
    const answer = await this.post(url, form);
    return answer.status === 303 ? this.get(answer.headers.location!) : answer;
  }

  async upload(url: string, file: SentFile, fields: Form = {}): Promise<Answer> {
    if (!this.csrf) await this.get('/sign-in');
    const { body, headers } = multipart(file, fields);
    const address = `${url}${url.includes('?') ? '&' : '?'}_csrf=${encodeURIComponent(this.csrf)}`;
    return this.request('POST', address, body, {
      ...headers,
      ...(this.token && { authorization: `Bearer ${this.token}` }),
    });
  }

  /** A call of the JSON API. */
  async api(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    else if (method !== 'GET') headers['x-csrf-token'] = this.csrf;
    if (body !== undefined) headers['content-type'] = 'application/json';
    return this.request(
      method,
      `/api/v1${path}`,
      body === undefined ? undefined : JSON.stringify(body),
      headers,
    );
  }

  private async request(
    method: string,
    url: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    // What was changed is indexed in the background: a search waits for it.
    if (SEARCH.test(url)) await this.test.indexed();
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = httpRequest(`${await this.test.address((this.turn += 1))}${url}`, {
      method,
      agent: AGENT,
      // Nothing is learned from packing and unpacking every answer.
      headers: {
        ...(cookie && { cookie }),
        'accept-language': 'en',
        'accept-encoding': 'identity',
        ...(method !== 'GET' && { origin: new URL(this.test.config.publicUrl).origin }),
        // By itself Node says it of some methods only.
        ...(payload !== undefined && { 'content-length': Buffer.byteLength(payload) }),
        ...headers,
      },
    });
    sent.end(payload);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    for (const line of response.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    const bytes = await buffer(response);
    const body = bytes.toString('utf8');
    return {
      status: response.statusCode!,
      body,
      bytes,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
      ),
      json: () => JSON.parse(body),
    };
  }
}
