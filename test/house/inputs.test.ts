import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { SENT } from '../../src/platform/http/field.js';
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

/** A text of so many characters or fewer is a name, a code, a word: it stands on one line. */
const NAME = 500;
/** Compared exactly as they are sent, and shown nowhere. */
const EXACT = /\.(current|password|fingerprint)$/;

it('holds names that stand on one line, in every class', () => {
  const types = (getMetadataStorage() as unknown as { validationMetadatas: Map<Type<object>, unknown> })
    .validationMetadatas;
  const lines: string[] = [];
  let names = 0;
  for (const type of types.keys()) {
    const keys = (Reflect.getMetadata('swagger/apiModelPropertiesArray', type.prototype) ?? []) as string[];
    for (const key of keys.map((one) => one.slice(1))) {
      const schema = Reflect.getMetadata('swagger/apiModelProperties', type.prototype, key) as {
        type?: unknown;
        maxLength?: number;
      };
      if (schema.type !== 'string' || (schema.maxLength ?? Infinity) > NAME) continue;
      names += 1;
      const read = plainToInstance(type, { [SENT]: { [key]: 'a\nb' } }, { excludeExtraneousValues: true });
      const value = (read as Record<string, unknown>)[key];
      if (typeof value === 'string' && value.includes('\n')) lines.push(`${type.name}.${key}`);
    }
  }
  expect(names).toBeGreaterThan(60);
  expect(lines.filter((line) => !EXACT.test(line))).toEqual([]);
});
