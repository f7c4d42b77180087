import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { accessOf } from '../../src/platform/http/access.js';
import type { TestApp } from './app.js';

export interface Route {
  /** Controller and method. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  path: string;
  access: string | undefined;
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
      return [{ name: `${metatype!.name}.${name}`, method, path: whole, access }];
    });
  });
}
