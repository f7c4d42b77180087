import { once } from 'node:events';
import { request as send } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { zipSync } from 'fflate';
import type { Document } from '../../src/platform/documents/document.js';
import { docxOf, pdfOf } from '../../src/platform/documents/write-file.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, newAccount, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { fillPlan } from '../support/large-plan.js';

/*
 * One request cannot stop the house: while what is dear to read is sent, others are answered about as fast as before. It
 * is measured against the same run: a slow machine is slow at both.
 */

let test: TestApp;
let office: Person;
/** Milliseconds, as others wait for on a busy machine. */
let busy: number;
beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', 'rcm'], ['focal-point', 'rcm', 'MEX']);
  busy = await slowestOnBusyMachine();
});
afterAll(() => test.close());

/** Slower than this is too slow for whoever waits, and faster is never. */
const FLOOR_MS = 1_000;
const TIMES = 8;

type Sent = { path: string; type: string; body: Buffer; headers?: Record<string, string>; method?: string };

/** Sends it in pieces, so that sending holds up nobody here: both sides of it are this process. */
function deliver({ path, type, body, headers, method = 'POST' }: Sent): Promise<number> {
  return new Promise((resolve) => {
    const request = send(
      `${test.url}${path}`,
      { method, headers: { 'content-type': type, 'content-length': body.length, ...headers } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode!));
        answer.on('error', () => resolve(answer.statusCode!));
      },
    );
    // Who is refused early may find the line closed.
    request.on('error', () => resolve(0));
    const from = (at: number): void => {
      if (at >= body.length) return void request.end();
      request.write(body.subarray(at, at + 256_000), () => setImmediate(from, at + 256_000));
    };
    from(0);
  });
}

async function ask(): Promise<number> {
  const before = performance.now();
  expect((await fetch(`${test.url}/health`)).status).toBe(200);
  return performance.now() - before;
}

/** The slowest answer of `/health` while `work` goes on. */
async function slowestDuring(work: () => Promise<unknown>): Promise<number> {
  let done = false;
  const working = work().finally(() => (done = true));
  let slowest = 0;
  while (!done) {
    slowest = Math.max(slowest, await ask());
    // Asking without a pause would itself be what keeps the machine busy.
    await delay(20);
  }
  await working;
  return slowest;
}

const csv = 'text/csv';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const multipart = (content: Buffer, name = 'plan.csv'): Pick<Sent, 'type' | 'body'> => ({
  type: 'multipart/form-data; boundary=xx',
  body: Buffer.concat([
    Buffer.from(
      `--xx\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${csv}\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n--xx--\r\n'),
  ]),
});
const many = (text: string, times: number) => Buffer.from(text.repeat(times));
const IMPORT = '/api/v1/mechanisms/rcm/plans/import?dryRun=true';

/** What is dear to read, made when it is its turn. */
const FILES: [string, () => Buffer][] = [
  ['a table without an end of line', () => many('a,b;c\t', 2_000_000)],
  ['a table of nothing but separators', () => many(',', 10_000_000)],
  ['a table of quotation marks', () => many('"', 10_000_000)],
  ['a table of quotation marks and separators', () => many('"",', 4_000_000)],
  [
    'a table of as many rows as there may be',
    () => many('1.2.3,Strengthen cooperation between authorities,2027,Mexico;Honduras,ongoing\n', 6_000),
  ],
  [
    'as many rows below headings',
    () =>
      Buffer.concat([
        Buffer.from('Code,Title,When,Responsible,Status\n'),
        many('1.2.3,Strengthen cooperation between authorities,2027,Mexico;Honduras,ongoing\n', 5_900),
      ]),
  ],
  [
    'rows with gaps between them',
    () => Buffer.concat([Buffer.from('Code,Title\n'), many('1.1,Strengthen\n\n', 2_400)]),
  ],
  ['rows as wide as can be', () => many(`${'ab,'.repeat(199)}\n`, 1_400)],
  ['empty lines', () => many('\n', 10_000_000)],
  ['Arabic in an old character set', () => Buffer.alloc(10_000_000, 0xc7)],
  ['zeros', () => Buffer.alloc(10_000_000)],
  [
    'JSON with a hundred thousand keys',
    () =>
      Buffer.from(
        JSON.stringify([
          Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, [{ a: 1 }]])),
        ]),
      ),
  ],
  [
    'JSON of many objects with keys of their own',
    () =>
      Buffer.from(
        JSON.stringify(Array.from({ length: 4_900 }, (_, key) => ({ [`a${key}`]: 1, [`b${key}`]: 2 }))),
      ),
  ],
  ['JSON nested without end', () => Buffer.from(`[[${'[{"a":'.repeat(500_000)}`)],
  [
    'our own JSON, each item below the one before',
    () =>
      Buffer.from(
        JSON.stringify({
          format: 'waymark-plan/1',
          items: Array.from({ length: 4_900 }, (_, at) => ({
            id: `i${at}`,
            parentId: `i${at + 1}`,
            code: '1',
            title: 'x',
          })),
        }),
      ),
  ],
  [
    'a bomb',
    () => Buffer.from(zipSync({ 'xl/workbook.xml': [Buffer.alloc(140_000_000, 'a'), { level: 1 }] })),
  ],
];

/** The slowest answer while threads do nothing but count: what a machine of which all is in use makes of it. */
async function slowestOnBusyMachine(): Promise<number> {
  const counting = 'for (const end = Date.now() + 500; Date.now() < end; );';
  const threads = Array.from({ length: 2 }, () => new Worker(counting, { eval: true }));
  return slowestDuring(() => Promise.all(threads.map((thread) => once(thread, 'exit'))));
}

/** What holds up everybody does so each time; what else the machine does meanwhile does not. */
async function held(name: string, deliveries: () => Promise<unknown>) {
  const limit = Math.max(FLOOR_MS, TIMES * busy);
  let slowest = await slowestDuring(deliveries);
  if (slowest > limit) slowest = Math.min(slowest, await slowestDuring(deliveries));
  expect({ name, slow: slowest > limit ? { slowest, limit } : null }).toEqual({ name, slow: null });
}

describe('a file', () => {
  it.each(FILES)('%s', async (name, content) => {
    const file = multipart(content());
    const { token } = (await programOf(test, office)) as unknown as { token: string };
    const own = { authorization: `Bearer ${token}` };
    await held(name, async () => {
      expect(await deliver({ path: IMPORT, ...file })).toBe(401);
      expect([200, 422]).toContain(await deliver({ path: IMPORT, ...file, headers: own }));
    });
  });
});

describe('a file that is written', () => {
  it('a long plan in Word', async () => {
    const { plan, secretariat } = await newPlan(test, 'khartoum', [{ code: '1' }]);
    await fillPlan(test, plan.id, [20, 200, 480]);
    const program = await programOf(test, secretariat);
    const word = () => program.api('GET', `/plans/${plan.id}/export.docx`);
    // What is loaded once is loaded: the thread's own modules, from the sources here.
    await word();
    await held('a long plan in Word', async () => {
      const { status, bytes } = await word();
      expect([status, bytes.toString('latin1', 0, 2), bytes.length > 50_000]).toEqual([200, 'PK', true]);
    });
  });

  it.each([
    ['Word', docxOf, 'PK'],
    ['PDF', pdfOf, '%PDF-'],
  ] as const)('a long text as %s', async (name, write, start) => {
    const runs = [{ text: 'Strengthen cooperation. '.repeat(40) }];
    const document = {
      title: name,
      language: 'en',
      direction: 'ltr',
      created: test.clock.now(),
      facts: [],
      labels: { page: '', of: '', notes: '', note: '', backToText: '' },
      // Twelve sections of a submission, each as long as it may be.
      blocks: Array<object>(720).fill({ type: 'paragraph', numbered: true, runs }),
    } as unknown as Document;
    await held(name, async () => {
      expect((await write(document)).toString('latin1', 0, start.length)).toBe(start);
    });
  });
});

describe('a body', () => {
  const BODIES: [string, () => Omit<Sent, 'path'>][] = [
    ['a form of a million fields', () => ({ type: FORM, body: many('a=1&', 1_000_000) })],
    ['a form of as many fields as there may be', () => ({ type: FORM, body: many('a.b.c=1&', 7_900) })],
    ['JSON of two million brackets', () => ({ type: JSON_TYPE, body: many('[', 2_000_000) })],
    [
      'JSON of many keys',
      () => ({
        type: JSON_TYPE,
        body: Buffer.from(`{${Array.from({ length: 4_000 }, (_, key) => `"k${key}":1`).join()}}`),
      }),
    ],
    [
      'a password of a megabyte',
      () => ({ type: FORM, body: Buffer.from(`email=a%40example.org&password=${'x'.repeat(1_000_000)}`) }),
    ],
    [
      'a thousand parts',
      () => ({
        type: 'multipart/form-data; boundary=xx',
        body: many('--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n', 1_000),
      }),
    ],
  ];
  it.each(BODIES)('%s', async (name, body) => {
    const { token } = (await programOf(test, office)) as unknown as { token: string };
    const sent = body();
    await held(name, async () => {
      for (const path of [
        '/sign-in',
        '/answer/nothing',
        '/api/v1/mechanisms/rcm/plans',
        '/progress',
        '/nowhere',
      ])
        for (const headers of [undefined, { authorization: `Bearer ${token}` }])
          expect(await deliver({ path, ...sent, headers })).toBeLessThan(500);
    });
  });
});

describe('an address', () => {
  const LONG = 'a '.repeat(3_500).trim();
  it.each([
    ['many words', `/search?q=${encodeURIComponent(LONG.slice(0, 2_000))}`],
    ['one long word', `/search?q=${'a'.repeat(7_000)}`],
    ['many parameters', `/progress?${'a=1&'.repeat(490)}`],
    ['many values of one', `/api/v1/progress?${'mechanism=rcm&'.repeat(400)}`],
    ['many filters of a board', `/mechanisms/rcm/board?${'objective=1&owner=state:MEX&'.repeat(200)}`],
    ['a suggestion for a long text', `/api/v1/framework/suggestions?q=${'border%20'.repeat(800)}`],
    ['far days', '/mechanisms/rcm/meetings?from=0001-01-01&until=9999-12-31'],
  ])('%s', async (name, path) => {
    const member = await browserOf(test, await newAccount(test));
    const program = await browserOf(test, office);
    await held(name, async () => {
      await fetch(`${test.url}${path}`, {
        headers: { 'accept-language': `${'de;q=0.1,'.repeat(900)}`, cookie: 'a=b; '.repeat(300) },
      });
      for (const client of [member, program]) expect((await client.get(path)).status).toBeLessThan(500);
    });
  });
});
