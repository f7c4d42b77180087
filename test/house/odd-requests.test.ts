import { connect } from 'node:net';
import fc from 'fast-check';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson, programOf } from '../support/factories.js';
import { routesOf } from '../support/routes.js';

/*
 * Whatever comes over the line is answered by a page of ours, or by a problem document under `/api/`: never by an error of
 * the server's, nor in the words of a framework.
 */

let test: TestApp;
let bearer: string;
beforeAll(async () => {
  test = await startApp();
  const person = await newPerson(test, ['secretariat', 'rcm'], ['focal-point', 'rcm', 'MEX']);
  bearer = `Bearer ${((await programOf(test, person)) as unknown as { token: string }).token}`;
});
afterAll(() => test.close());

interface Answer {
  status: number;
  type: string;
  body: string;
}

/** Sends bytes as they are, and answers what comes back until the line is closed. */
function line(bytes: string | Buffer): Promise<Answer> {
  const { port } = new URL(test.url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const finish = () => {
      const text = Buffer.concat(chunks).toString();
      const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
      resolve({
        status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1]),
        type: /^content-type: ([^;\r\n]*)/im.exec(head)?.[1] ?? '',
        body,
      });
    };
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(
      () => socket.destroy(new Error(`no answer to ${bytes.toString().slice(0, 200)}`)),
      8_000,
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error: Error & { code?: string }) => (error.code ? finish() : reject(error)));
    socket.on('close', () => {
      clearTimeout(timer);
      finish();
    });
  });
}

const request = (method: string, path: string, headers: string[] = [], body = '') =>
  `${method} ${path} HTTP/1.1\r\n${['host: waymark.test', 'connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`;

function expectOurs(what: string, path: string, { status, type, body }: Answer) {
  const isProblem =
    body !== '' && type === 'application/problem+json' && 'title' in (JSON.parse(body) as object);
  const isPiece = /hx-request: true/.test(what) && body.startsWith('<p data-reason=');
  const isPage = type === 'text/html' && (isPiece || body.includes('<html'));
  const ours =
    status < 400 || (status < 500 && (body === '' || (path.startsWith('/api/') ? isProblem : isPage)));
  expect({ what, status, type, ours, body: ours ? '' : body.slice(0, 300) }).toMatchObject({
    what,
    ours: true,
    body: '',
  });
}

const ODD_PATHS = [
  '/%',
  '/%zz',
  '/%C0%80',
  '/%ff',
  '/%00',
  '/a%2',
  '/..%2f..%2fetc',
  '//x',
  '/%ED%A0%80',
  '/\\',
  `/${'a'.repeat(9_000)}`,
  '/items/%E0%A4%A',
  '/.%00',
  '/;a=b',
  '/?%',
  '/?a=%zz',
  '/?a[b][c]=1&__proto__=1&constructor.prototype=1',
  '/search?q=%00&q=2',
];

it.each(ODD_PATHS.map((path) => [path.slice(0, 60), path]))(
  'an odd address is answered by us: %s',
  async (_, path) => {
    for (const prefix of ['', '/api/v1'])
      for (const method of ['GET', 'POST'])
        expectOurs(method, prefix + path, await line(request(method, prefix + path)));
  },
);

it.each([
  ['a method nobody knows', 'BREW / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['a method that is not in use', 'PROPFIND / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['TRACE', 'TRACE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n'],
  ['no host, of old', 'GET / HTTP/1.0\r\n\r\n'],
  ['two lengths', 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na'],
  ['a length that is none', 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\na'],
  ['a length below nothing', 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\na'],
  [
    'a length and chunks',
    'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'chunks that are none',
    'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  ],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${'header: value\r\n'.repeat(5_000)}\r\n`,
  ],
  [
    'a cookie without end',
    `GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${'a=b;'.repeat(3_000)}\r\n\r\n`,
  ],
  ['what is no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n'],
  ['an address without a slash', 'GET x HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['a whole address', 'GET http://elsewhere.example/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['an upgrade', 'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n'],
  [
    'an expectation',
    'POST /sign-in HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: wonders\r\ncontent-length: 0\r\n\r\n',
  ],
])('what is odd on the line is answered by us: %s', async (what, bytes) => {
  expectOurs(what, '/', await line(bytes));
  // The next one is served as ever.
  expect((await line(request('GET', '/health'))).status).toBe(200);
});

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    '%',
    '%00',
    '%zz',
    '%C0',
    '..',
    '__proto__',
    'constructor',
    'NaN',
    '-1',
    '1e999',
    '9'.repeat(300),
    '0000-00-00',
    '9999-99-99',
    '2027-02-30',
    'null',
    '[]',
    '{}',
    "'",
    '%0d%0aset-cookie:a',
    '%F0%9F%98%80',
    '%E2%80%AE',
    '*',
    'a,b',
  ),
  fc.string({ maxLength: 40 }).map(encodeURIComponent),
);
const PARAMETERS = [
  'q',
  'cursor',
  'page',
  'language',
  'mechanism',
  'state',
  'from',
  'until',
  'day',
  'next',
  'as',
  'id',
  'kind',
  'sort',
  'sheet',
  'headerRow',
  'under',
  'after',
  'objective',
  'owner',
  'reference',
  'encoding',
  'dryRun',
  'columns',
  '_csrf',
  'scope',
  'year',
];
const header = fc.constantFrom(
  'accept: */',
  'accept: application/xml;q=x',
  'accept-language: ,;;q=,*',
  'accept-encoding: zip, *;q=x',
  'cookie: =; ;a; waymark_session=%zz; waymark_csrf="; waymark_language=xx; waymark_notice=error.%',
  'cookie: __Host-waymark_session=%E0%A4%A; waymark_notice=__proto__',
  'content-type: application/json; charset=klingon',
  'content-type: multipart/form-data',
  'content-type: multipart/form-data; boundary=',
  'content-type: ;',
  'content-type: application/x-www-form-urlencoded',
  'content-encoding: br',
  'authorization: Basic x',
  'authorization: Bearer',
  'authorization: bearer waymark_',
  'if-none-match: "',
  'range: bytes=9-1',
  'x-forwarded-for: ,,',
  'x-forwarded-host: elsewhere.example',
  'origin: null',
  'referer: %',
  'hx-request: true',
  'sec-fetch-site: cross-site',
  'x-http-method-override: DELETE',
);
const bodies = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"',
  '{"__proto__":{}}',
  'a=1&a=2&a.b=3',
  '--x\r\n',
  '%',
  '\u0000',
  '{"a":1e999}',
);

it('any method, address, header and parameter is answered by us', async () => {
  const routes = routesOf(test).filter(({ path }) => !['/ready', '/metrics'].includes(path));
  const random = fc.record({
    route: fc.constantFrom(...routes),
    other: fc.option(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PURGE'), {
      freq: 4,
    }),
    ids: fc.array(oddText, { minLength: 4, maxLength: 4 }),
    parameters: fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), oddText), { maxLength: 5 }),
    headers: fc.array(header, { maxLength: 3 }),
    body: bodies,
    isKnown: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(random, async ({ route, other, ids, parameters, headers, body, isKnown }) => {
      let next = 0;
      const filled = route.path
        .replace(/:mechanismId/g, 'rcm')
        .replace(/:[A-Za-z]+/g, () => ids[next++ % 4]!);
      const path = `${filled}?${parameters.map(([name, value]) => `${name}=${value}`).join('&')}`;
      const method = other ?? route.method;
      const all = [
        ...headers,
        ...(isKnown ? [`authorization: ${bearer}`] : []),
        `content-length: ${Buffer.byteLength(body)}`,
      ];
      const answer = await line(request(method, path, all, body));
      expectOurs(`${method} ${path} ${all.join(' | ')} ${body}`, path, answer);
    }),
    { numRuns: 400 },
  );
});
