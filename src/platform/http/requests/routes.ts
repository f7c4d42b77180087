import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, type ModulesContainer, Reflector } from '@nestjs/core';
import { accessOf, type RouteAccess } from '../access.js';
import { type BodyLimits, bodyLimitsOf } from './body-limit.js';

/** A route as its controller declares it. */
export interface DeclaredRoute {
  controller: object;
  /** Of the controller. */
  prototype: Record<string, Handler>;
  handler: Handler;
  /** Controller and method. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  path: string;
  access: RouteAccess | undefined;
  limits: BodyLimits;
}
type Handler = (...args: never[]) => unknown;

/** In the order in which Nest numbers them. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

/** Every route of every controller, known before the first of them is registered. */
export function declaredRoutes(modules: ModulesContainer): DeclaredRoute[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return new DiscoveryService(modules).getControllers().flatMap(({ metatype }) => {
    const controller = metatype as object as Handler;
    const prototype = controller.prototype as Record<string, Handler>;
    const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
    return scanner.getAllMethodNames(prototype).flatMap((name): DeclaredRoute[] => {
      const handler = prototype[name]!;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) return [];
      return [
        {
          controller,
          prototype,
          handler,
          name: `${controller.name}.${name}`,
          method: METHODS[Reflect.getMetadata(METHOD_METADATA, handler) as number]!,
          path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          access: accessOf(reflector, handler, controller),
          limits: bodyLimitsOf(prototype, name),
        },
      ];
    });
  });
}
