import { getMetadataStorage } from 'class-validator';
import { startApp, type TestApp } from '../support/app.js';
import { routesOf } from '../support/routes.js';

/*
 * An input is read by the class of the parameter it is given to. A class that is imported as a type only, or no class at
 * all, is not there when the product runs: then nothing is read, and nothing refused.
 */

let test: TestApp;
beforeAll(async () => (test = await startApp()));
afterAll(() => test.close());

/** These read what they take themselves. A page's body always is: `submitForm` does. */
const READ_BY_THEMSELVES = [
  // A filter that is wrong is shown again beside its mistakes.
  ...['ofMechanism', 'itemsOfMechanism', 'fileOfMechanism', 'ofPlan', 'itemsOfPlan', 'fileOfPlan'].map(
    (method) => `BoardPages.${method} query`,
  ),
  'PracticesPages.list query',
  'SupportPages.list query',
  // A file, or a plan as JSON.
  ...['anywhere', 'asNew', 'asUpdate'].map((method) => `ImportsApi.${method} body`),
  // One of several classes, by its kind.
  'QuestionsApi.add body',
];

const wholes = () =>
  routesOf(test).flatMap(({ name, path, inputs }) =>
    inputs
      .filter((input) => input.name === undefined)
      .map(({ from, type }) => ({ of: `${name} ${from}`, page: !path.startsWith('/api/'), from, type })),
  );
const isRead = (type: unknown) =>
  typeof type === 'function' &&
  getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;

it('is read by a class of fields, on every route', () => {
  const all = wholes();
  expect(all.length).toBeGreaterThan(150);
  const unread = all.filter(
    ({ page, from, type }) => !(page && from === 'body' && type === Object) && !isRead(type),
  );
  expect(unread.map(({ of }) => of).sort()).toEqual(READ_BY_THEMSELVES.sort());
});
