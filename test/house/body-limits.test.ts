import { type Socket, connect } from 'node:net';
import { getMetadataStorage } from 'class-validator';
import { greatestBytes } from '../../src/platform/http/requests/greatest-bytes.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newAccount, newPerson, type Person, programOf } from '../support/factories.js';
import { routesOf } from '../support/routes.js';

let test: TestApp;
let office: Person;
beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', 'rcm']);
});
afterAll(() => test.close());

const ID = '00000000-0000-4000-8000-000000000000';
const addressOf = (path: string) => path.replace(/:mechanismId/g, 'rcm').replace(/:[A-Za-z]+/g, ID);
const unsafe = () => routesOf(test).filter(({ method }) => method !== 'GET');

/** Sends the head of a request and not a byte of its body. The answer, as far as it comes. */
function headOnly(method: string, path: string, headers: Record<string, string | number>): Promise<string> {
  const { port } = new URL(test.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket: Socket = connect(Number(port), '127.0.0.1', () => {
      const lines = Object.entries({ host: 'waymark.test', ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    });
    const timer = setTimeout(() => socket.destroy(new Error(`no answer: ${method} ${path}`)), 5_000);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      if (!answer.includes('\r\n\r\n')) return;
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    });
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);

const cookieOf = (client: Client) =>
  [...(client as unknown as { cookies: Map<string, string> }).cookies]
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

const KINDS = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
];

describe('a body', () => {
  it('is not waited for when who sends it may not go there: not on any route, not of any kind', async () => {
    for (const { name, method, path, access } of unsafe()) {
      if (access === 'anyone') continue;
      for (const type of KINDS) {
        const headers = { 'content-type': type, 'content-length': 50_000_000 };
        const status = statusOf(await headOnly(method, addressOf(path), headers));
        expect({ name, type, refused: [303, 401].includes(status) }).toEqual({ name, type, refused: true });
      }
    }
  });

  it('is not waited for of somebody whose role does not allow it, nor where nothing is', async () => {
    const reader = await newAccount(test);
    const { token } = (await programOf(test, reader)) as unknown as { token: string };
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': 50_000_000,
    };
    expect(statusOf(await headOnly('POST', '/api/v1/mechanisms/rcm/plans/import', headers))).toBe(403);
    expect(statusOf(await headOnly('POST', '/api/v1/nothing', headers))).toBe(404);
  });

  it('is not waited for when it is more than the route takes, on any route', async () => {
    const { token } = (await programOf(test, office)) as unknown as { token: string };
    const cookie = cookieOf(await browserOf(test, office));
    const strange: string[] = [];
    for (const { name, method, path, limits } of unsafe()) {
      for (const type of KINDS) {
        const most = type.startsWith('multipart') && limits.upload > 0 ? limits.upload : limits.body;
        const known: Record<string, string> = path.startsWith('/api/')
          ? { authorization: `Bearer ${token}` }
          : { cookie };
        const headers = { ...known, 'content-type': type, 'content-length': most + 1 };
        const status = statusOf(await headOnly(method, addressOf(path), headers));
        if (![413, 403, 404].includes(status)) strange.push(`${name} ${type} ${status}`);
      }
    }
    expect(strange).toEqual([]);
  });

  it('that is too large is told what is taken here, by a page or a problem document', async () => {
    const client = await browserOf(test, office);
    const page = await client.post('/account', { name: 'x'.repeat(70_000) });
    expect(page.status).toBe(413);
    expect(page.body).toContain('at most 64 KB');
    const program = await programOf(test, office);
    const answer = await program.api('PATCH', '/account', { name: 'x'.repeat(70_000) });
    expect([answer.status, answer.json().type]).toEqual([413, 'urn:waymark:problem:too-large']);
    expect(answer.json().title).toContain('64 KB');
  });

  it('that does not say how large it is, is counted', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let times = 0; times < 100; times += 1)
          controller.enqueue(new TextEncoder().encode('a'.repeat(1_000)));
        controller.close();
      },
    });
    const answer = await fetch(`${test.url}/sign-in`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    } as RequestInit).catch(({ cause }: { cause: { code: string } }) => cause.code);
    // It may be told, or the line is closed on it while it still sends.
    if (typeof answer === 'string') expect(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']).toContain(answer);
    else expect(answer.status).toBe(413);
  });

  it('is neither nested without end nor of fields without number', async () => {
    const program = await programOf(test, office);
    const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    expect((await program.api('PATCH', '/account', deep)).status).toBe(400);
    expect(
      (await program.api('PATCH', '/account', { name: '[['.repeat(50), language: 'en' })).status,
    ).not.toBe(400);
    const fields = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}`, '']));
    expect((await new Client(test).post('/sign-in', fields)).status).toBe(413);
  });

  it('is taken unpacked only', async () => {
    const program = await fetch(`${test.url}/sign-in`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(program.status).toBe(415);
  });
});

describe('the limit of a route', () => {
  /** The classes that a page's method reads its form by, as its code names them. */
  const CLASSES = () => {
    const storage = getMetadataStorage() as unknown as {
      validationMetadatas: Map<{ name: string; prototype: object }, unknown>;
    };
    return new Map([...storage.validationMetadatas.keys()].map((type) => [type.name, type]));
  };

  it('is as much as what can be typed into its form', () => {
    const classes = CLASSES();
    const read = unsafe().flatMap(({ name, handler, limits }) =>
      [...handler.toString().matchAll(/(?:input: |readInput\()([A-Z]\w+)/g)].flatMap(([, input]) => {
        const type = classes.get(input!);
        return type ? [{ name, input, limit: limits.body, needs: greatestBytes(type as never) }] : [];
      }),
    );
    expect(read.length).toBeGreaterThan(50);
    const small = read.filter(({ limit, needs }) => limit < (Number.isFinite(needs) ? needs : 2_000_000));
    expect(small).toEqual([]);
  });

  it('is 64 KB where nothing long is typed, and before anybody signs in', () => {
    const usual = unsafe().filter(({ limits }) => limits.body === 64_000);
    expect(usual.length).toBeGreaterThan(100);
    expect(
      unsafe().filter(({ path, limits }) => /^\/(sign-in|password)/.test(path) && limits.body > 200_000),
    ).toEqual([]);
  });
});
