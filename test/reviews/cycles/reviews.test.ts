import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';

let test: TestApp;
let visitor: Client;
beforeAll(async () => {
  test = await startApp();
  visitor = new Client(test);
});
afterAll(() => test.close());

describe('review cycles', () => {
  it('are shown to anybody, what is coming first', async () => {
    const { status, body } = await visitor.get('/review-cycles');
    expect(status).toBe(200);
    const place = (id: string) => body.indexOf(`href="/review-cycles/${id}"`);
    expect(place('regional-3')).toBeGreaterThan(0);
    expect(place('regional-3')).toBeLessThan(place('imrf-2030'));
    expect(place('imrf-2030')).toBeLessThan(place('imrf-2026'));
    expect(place('imrf-2026')).toBeLessThan(place('regional-1'));
  });

  it('say what is only expected, where it is from and what is doubtful, and give no day that is not known', async () => {
    const { body } = await visitor.get('/review-cycles/imrf-2030');
    expect(body).toContain('expected');
    expect(body).toContain('Day not known');
    expect(body).toContain('By rule, 84 days before the Forum opens');
    expect(body).toContain('A/RES/73/195, paragraph 49');
    expect(body).toContain('no date is announced in a stored document');
    const held = await visitor.get('/review-cycles/imrf-2022');
    expect(held.body).toContain('17 May 2022 – 20 May 2022');
    expect(held.body).toContain('A/RES/76/266');
  });

  it('are there for programs', async () => {
    const list = (await visitor.api('GET', '/review-cycles')).json<{ items: { id: string }[] }>();
    expect(list.items.map(({ id }) => id)).toContain('regional-3');
    expect((await visitor.api('GET', '/review-cycles/imrf-2022')).json()).toMatchObject({
      kind: 'imrf',
      number: 1,
    });
    expect((await visitor.api('GET', '/review-cycles/imrf-2034')).status).toBe(404);
    expect((await visitor.get('/review-cycles/imrf-2034')).status).toBe(404);
  });
});
