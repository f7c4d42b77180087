import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForbiddenError, NotFoundError, UnavailableError } from '../errors.js';
import { type Actor, ActorResolver } from './actor.js';
import { Csrf, SAFE_METHODS } from './csrf.js';

const ACCESS = 'waymark:access';

/**
 * `anyone` needs no sign-in, `signed-in` needs any account, `setting-up` also takes one that must set up a second factor
 * before anything else; the rest is a permission of the AccessPolicy.
 */
export type RouteAccess = string;

/**
 * Declares who may use a route. Every route has one: a route without is refused, and fails the build.
 * It is the first of two checks; the second is the service's, which loads through the actor.
 */
export const Access = (access: RouteAccess) => SetMetadata(ACCESS, access);

const IN_PERSON = 'waymark:in-person';

/**
 * Keeps a route to a person who signed in, in a browser. For credentials, and for what an administrator does to an
 * account: a key that was lost must not make itself another one, or outlive its end.
 */
export const InPerson = () => SetMetadata(IN_PERSON, true);

const UNFORGEABLE = 'waymark:unforgeable';

/**
 * Frees a route from the CSRF token because its address proves by a signature who may call it, and it looks at
 * no cookie: another site cannot make a browser do more than the address's holder may. `reason` says why it must be.
 */
export const Unforgeable = (reason: string) => SetMetadata(UNFORGEABLE, reason);

/** Maps permissions to actors; implemented by the feature that knows roles. An unknown permission means no. */
export abstract class AccessPolicy {
  /** `scope` is the id of the mechanism-like scope the route names, or null when it names none. */
  abstract allows(actor: Actor, permission: string, scope: string | null): boolean;
  abstract knows(permission: string): boolean;
}

/** Thrown when signing in might help: pages send to the sign-in form, the API answers 401. */
export class SignInNeededError extends Error {}

/** Thrown for a key that is wrong, revoked or over: who sends one does not mean to be a visitor. */
export class KeyRefusedError extends Error {}

/** Thrown until a required second factor is set up: pages lead to where that is done, the API answers 403. */
export class SecondFactorNeededError extends ForbiddenError {
  constructor() {
    super('error.secondFactorNeeded');
  }
}

/**
 * For a page that is open to anyone but shows each what they may see: a visitor who finds nothing may be somebody
 * who followed a link in a mail, so they are asked to sign in, or for the second factor that is missing. It tells
 * nothing: whatever is not there asks the same.
 */
export async function orSignIn<T>(actor: Actor, found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof NotFoundError) {
      if (actor.kind === 'visitor') throw new SignInNeededError();
      if (actor.lacksSecondFactor) throw new SecondFactorNeededError();
    }
    throw error;
  }
}

/** Asks whether a request may go where it goes. */
@Injectable()
export class Admission {
  constructor(
    private readonly resolver: ActorResolver,
    private readonly policy: AccessPolicy,
  ) {}

  /** Finds out who asks, once, and throws when they may not. Reads nothing of the body. */
  async admit(request: FastifyRequest, access: RouteAccess | undefined): Promise<Actor> {
    const actor = (request.actor ??= await this.resolver.resolve(request));
    // Nothing here has a NUL in its address, and PostgreSQL takes none in a text.
    if (/%00/.test(request.url)) throw new NotFoundError('address');
    if (!access) throw new UnavailableError('error.undeclared');
    if (actor.keyRefused) throw new KeyRefusedError();
    if (actor.readOnly && !SAFE_METHODS.has(request.method)) throw new ForbiddenError('error.keyReads');
    if (access === 'anyone') return actor;
    if (actor.kind === 'visitor') throw new SignInNeededError();
    if (access === 'setting-up') return actor;
    if (actor.lacksSecondFactor) throw new SecondFactorNeededError();
    const scope = (request.params as Record<string, string> | undefined)?.mechanismId ?? null;
    if (access !== 'signed-in' && !this.policy.allows(actor, access, scope)) throw new ForbiddenError();
    return actor;
  }
}

/** The second time: a request was admitted before its body was read (`requests/admit-first.ts`). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly admission: Admission,
    private readonly csrf: Csrf,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const access = accessOf(this.reflector, context.getHandler(), context.getClass());
    const actor = await this.admission.admit(request, access);
    if (actor.kind !== 'person' && isInPerson(this.reflector, context.getHandler(), context.getClass()))
      throw new ForbiddenError('error.keyNever');
    const signed = this.reflector.get<string | undefined>(UNFORGEABLE, context.getHandler());
    if (signed === undefined) this.csrf.check(request, reply, actor);
    return true;
  }
}

/** Whether a handler, or its class, is for a person only. */
export const isInPerson = (reflector: Reflector, handler: Handler, owner: Handler): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(IN_PERSON, [handler, owner]) ?? false;

type Handler = Parameters<Reflector['get']>[1];

/** The access a handler, or its class, declares. Undefined when neither does. */
export function accessOf(reflector: Reflector, handler: Handler, owner: Handler): RouteAccess | undefined {
  return reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS, [handler, owner]);
}
