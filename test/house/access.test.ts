import { AccessPolicy } from '../../src/platform/http/access.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newPerson } from '../support/factories.js';
import { routesOf } from '../support/routes.js';

let test: TestApp;
beforeAll(async () => (test = await startApp()));
afterAll(() => test.close());

const routes = () => routesOf(test);

describe('access', () => {
  it('is declared on every route, with a word the policy knows', () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(60);
    const policy = test.get(AccessPolicy);
    expect(all.filter(({ access }) => access === undefined || !policy.knows(access))).toEqual([]);
  });

  it('covers every address the server answers', () => {
    const declared = new Set(routes().map(({ method, path }) => `${method} ${path}`));
    const served = test.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    expect(served).toContain('health');
    // Anything registered beside the controllers would be answered without the guard.
    const answered = [...declared].length;
    expect(
      served
        .match(/\((?:GET|POST|PUT|PATCH|DELETE)[^)]*\)/g)!
        .flatMap((methods) => methods.match(/GET|POST|PUT|PATCH|DELETE/g)!).length,
    ).toBe(answered);
  });

  it('keeps visitors out of every route that is not for anyone', async () => {
    const visitor = new Client(test);
    for (const route of routes().filter(({ access }) => access !== 'anyone')) {
      const path = withIds(route.path);
      const answer = route.path.startsWith('/api/v1')
        ? await visitor.api(route.method, path.slice('/api/v1'.length))
        : route.method === 'GET'
          ? await visitor.get(path)
          : await visitor.post(path);
      const kept =
        answer.status === 401 ||
        answer.status === 403 ||
        (answer.status === 303 && String(answer.headers.location).startsWith('/sign-in'));
      expect({ route: route.name, status: answer.status, kept }).toEqual({
        route: route.name,
        status: answer.status,
        kept: true,
      });
    }
  });

  it('answers no route with an internal error, whatever stands where an id should', async () => {
    const client = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
    const focal = await browserOf(test, await newPerson(test, ['focal-point', 'rcm', 'MEX']));
    for (const route of routes().filter(({ method }) => method === 'GET')) {
      for (const id of [
        '00000000-0000-4000-8000-000000000000',
        'x',
        "'; DROP TABLE account; --",
        '%00',
        '9'.repeat(400),
      ]) {
        const path = withIds(route.path, encodeURIComponent(id));
        const first = await client.get(path);
        const answer = first.status === 403 ? await focal.get(path) : first;
        expect({ path, internal: answer.status === 500 }).toEqual({ path, internal: false });
      }
    }
  });
});

const withIds = (path: string, id = '00000000-0000-4000-8000-000000000000') =>
  path.replace(/:mechanismId/g, 'rcm').replace(/:[A-Za-z]+/g, id);
