import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** One role, where it holds (a scope's id), and for whom (null when for the scope as a whole). */
export interface Grant {
  role: string;
  scope: string;
  subject: string | null;
}

/** Who is asking. Services load everything through it. */
export interface Actor {
  /** `link`: whoever holds a link from a mail; the addressee may have passed it on. */
  kind: 'person' | 'token' | 'link' | 'command' | 'visitor';
  /** Account id; null for a visitor and for the system's own commands. */
  accountId: string | null;
  name: string;
  email: string | null;
  administrator: boolean;
  /** Grants that hold today: terms not yet begun or ended are left out. */
  grants: readonly Grant[];
  language: string;
  /** IANA name. */
  zone: string;
  /** Id of the session row, when signed in through a browser. */
  sessionId: string | null;
  /** Of a `link`: which, and whose. */
  link?: ActorLink;
  /** A key that was made for reading only: it changes nothing. */
  readOnly?: boolean;
  /** Wants no shortcuts of the keyboard: not everybody's keys are pressed on purpose. */
  noShortcuts?: true;
  /** Must set up a second factor before anything else: its grants are withheld until then. */
  lacksSecondFactor?: true;
  /** Sent a key to the API that is none, or none any more. */
  keyRefused?: true;
}

export interface ActorLink {
  id: string;
  /** Name of the person it is from. */
  of: string;
  /** Made to be given away: whoever holds it writes, and decides nothing. */
  passedOn: boolean;
  /** Whether it shows what the delegation wrote to the questions so far, and said last time. */
  showsHistory: boolean;
}

export function visitor(language: string): Actor {
  return {
    kind: 'visitor',
    accountId: null,
    name: '',
    email: null,
    administrator: false,
    grants: [],
    language,
    zone: 'UTC',
    sessionId: null,
  };
}

/** Finds out who is asking; implemented by the feature that knows accounts. */
export abstract class ActorResolver {
  /** Never throws for bad credentials: they make a visitor, who is refused on the API. */
  abstract resolve(request: FastifyRequest): Promise<Actor>;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

/** The actor of this request, set by the AccessGuard. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<FastifyRequest>().actor;
  if (!actor) throw new Error('no actor on the request: the AccessGuard did not run');
  return actor;
});
