import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Session } from '../credential.entity.js';
import { PasswordsService } from '../passwords.service.js';

const FRESH_MS = 10 * 60_000;

/** A person at a browser: what may change how somebody signs in. */
export type AtBrowser = Actor & { accountId: string; sessionId: string };

/** Whether it is the person, and not somebody who found their browser open. */
@Injectable()
export class ProofService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly passwords: PasswordsService,
  ) {}

  /** Whether the session is of less than ten minutes ago: then the password is not asked again. */
  async isFresh(actor: Actor): Promise<boolean> {
    const { sessionId } = atBrowser(actor);
    const session = await this.unitOfWork.read.findOneBy(Session, { id: sessionId });
    return !!session && this.clock.now().getTime() - session.createdAt.getTime() < FRESH_MS;
  }

  /**
   * Answers the actor as a person at a browser who signed in less than ten minutes ago, or gave the password again.
   * Throws ForbiddenError for anything but a session, InvalidError for a wrong password, and UnavailableError after too
   * many of them.
   */
  async demand(actor: Actor, password: string | null): Promise<AtBrowser> {
    const person = atBrowser(actor);
    if (await this.isFresh(person)) return person;
    if (password === null) throw InvalidError.field('current', 'error.passwordAgain');
    await this.passwords.confirm(person, password);
    return person;
  }
}

/** Throws ForbiddenError for a key, a link and everything else that is no session. */
export function atBrowser(actor: Actor): AtBrowser {
  if (actor.kind !== 'person' || !actor.accountId || !actor.sessionId)
    throw new ForbiddenError('error.keyNever');
  return actor as AtBrowser;
}
