import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { type DeclaredRoute, declaredRoutes } from '../../src/platform/http/requests/routes.js';
import type { TestApp } from './app.js';

export type Route = DeclaredRoute & { inputs: Input[] };
/** What a handler takes of the body or the query. */
export interface Input {
  from: 'body' | 'query';
  /** The one value it takes, if it is not the whole. */
  name: string | undefined;
  /** The class it is read by, as it is there when the product runs; `Object` is none. */
  type: unknown;
}

/** Every route of every controller, with what it declares and takes. */
export function routesOf(test: TestApp): Route[] {
  return declaredRoutes(test.get(ModulesContainer)).map((route) => ({
    ...route,
    inputs: inputsOf(route.controller, route.prototype, route.name.split('.')[1]!),
  }));
}

/** As Nest numbers the kinds of a handler's parameters. */
const KINDS: Record<string, Input['from'] | undefined> = { 3: 'body', 4: 'query' };

function inputsOf(controller: object, prototype: object, method: string): Input[] {
  type Parameters = Record<string, { index: number; data?: string }>;
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as Parameters | undefined;
  const types = Reflect.getMetadata('design:paramtypes', prototype, method) as unknown[];
  return Object.entries(parameters ?? {}).flatMap(([key, { index, data }]) => {
    const from = KINDS[key.split(':')[0]!];
    return from ? [{ from, name: data, type: types[index] }] : [];
  });
}
