import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { accessOf } from '../../src/platform/http/access.js';
import type { TestApp } from './app.js';

export interface Route {
  /** Controller and method. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  path: string;
  access: string | undefined;
  inputs: Input[];
}

/** What a handler takes of the body or the query. */
export interface Input {
  from: 'body' | 'query';
  /** The one value it takes, if it is not the whole. */
  name: string | undefined;
  /** The class it is read by, as it is there when the product runs; `Object` is none. */
  type: unknown;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

/** Every route of every controller, with the access it declares. */
export function routesOf(test: TestApp): Route[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  const discovery = new DiscoveryService(test.get(ModulesContainer));
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown>;
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype as object) ?? '');
    return scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name]!;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) return [];
      const method = METHODS[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      const access = accessOf(reflector, handler, metatype as never);
      const whole = `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
      const inputs = inputsOf(metatype as object, prototype, name);
      return [{ name: `${metatype!.name}.${name}`, method, path: whole, access, inputs }];
    });
  });
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
