import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { startApp } from '../../support/app.js';

it('an answer that is underway is given to its end, and its connection holds up nothing', async () => {
  const test = await startApp();
  const agent = new Agent({ keepAlive: true });
  const body = 'email=somebody%40example.org';
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
  const asked = request(`${test.url}/sign-in`, { method: 'POST', agent, headers });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  asked.write(body.slice(0, 9));
  await delay(300);
  const closed = test.close().then(() => 'closed');
  await delay(300);
  asked.end(body.slice(9));
  const [answer] = await answered;
  expect(answer.headers.connection).toBe('keep-alive');
  expect(await text(answer)).toContain('</html>');
  expect(await Promise.race([closed, delay(15_000, 'open', { ref: false })])).toBe('closed');
  agent.destroy();
  await closed;
}, 90_000);
