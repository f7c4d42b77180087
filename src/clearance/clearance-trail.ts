import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { type Clearance, ClearanceEvent } from './clearance.entity.js';
import type { ClearanceAct } from './clearance.workflow.js';
import { DelegationPeople } from './delegation-people.js';

/** Kinds of the mails within a delegation: a step's owner is asked; a text was sent back. */
export const CLEARANCE_MAIL = 'clearance';
export const CLEARANCE_BACK_MAIL = 'clearance-back';

type Standing = Pick<Clearance, 'entryId' | 'run' | 'at'>;

/** One mail per person, step of a way, and reminder; 0 asks. It is also how a mail knows that the text has moved on. */
export const askKey = ({ entryId, run, at }: Standing, reminder: number, accountId: string): string =>
  `clearance:${entryId}:${run}:${at}:${reminder}:${accountId}`;

export const backKey = ({ entryId, run }: Standing, accountId: string): string =>
  `clearance-back:${entryId}:${run}:${accountId}`;

/** What is left behind by what is done on the way: for the delegation to read, and mails to its people. Call inside the unit of work. */
@Injectable()
export class ClearanceTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly people: DelegationPeople,
  ) {}

  async record(
    actor: Pick<Actor, 'accountId' | 'name'>,
    act: ClearanceAct,
    { entryId, run }: Standing,
    step: string | null = null,
    reason: string | null = null,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const actorName = actor.name;
      const at = this.clock.now();
      await manager.insert(ClearanceEvent, { id: uuid(), entryId, run, at, actorName, act, step, reason });
      await this.history.record(actor, {
        action: `clearance.${act}`,
        subjectKind: 'clearance',
        subjectId: entryId,
        // As with a draft: the entry's own id is a scope that nobody reads by. The reason is not history's to keep.
        scope: entryId,
        after: { run, step },
      });
    });
  }

  /** Asks those whose step it is, each once; answers whom. Somebody who was asked already is not asked again. */
  async ask(clearance: Clearance): Promise<string[]> {
    const step = clearance.steps[clearance.at];
    if (!step) return [];
    const { people } = await this.people.askedFor(step, clearance.mechanismId, clearance.subject);
    const mails = people.map(({ id }) => ({
      key: askKey(clearance, 0, id),
      kind: CLEARANCE_MAIL,
      accountId: id,
      subjectId: clearance.entryId,
    }));
    if (mails.length > 0) await this.outbox.postAll(mails);
    return people.map(({ id }) => id);
  }

  /** Tells those who handed the text in, but not who sent it back. */
  async tellBack(actor: Actor, clearance: Clearance, accountIds: readonly (string | null)[]): Promise<void> {
    const told = new Set(accountIds.filter((id) => id !== null && id !== actor.accountId) as string[]);
    const mails = [...told].map((accountId) => ({
      key: backKey(clearance, accountId),
      kind: CLEARANCE_BACK_MAIL,
      accountId,
      subjectId: clearance.entryId,
    }));
    if (mails.length > 0) await this.outbox.postAll(mails);
  }
}
