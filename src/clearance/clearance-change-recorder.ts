import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { type Clearance, ClearanceEvent } from './clearance.entity.js';
import { ClearanceAskMail, ClearanceBackMail } from './clearance.mail.js';
import type { ClearanceAct } from './clearance.workflow.js';
import { DelegationPeopleService } from './delegation-people.service.js';

type ClearanceStep = Pick<Clearance, 'id' | 'subjectId' | 'run'>;

/** What is left behind by what is done on the way: for the delegation to read, and mails to its people. Call inside the unit of work. */
@Injectable()
export class ClearanceChangeRecorder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly askMail: ClearanceAskMail,
    private readonly backMail: ClearanceBackMail,
    private readonly people: DelegationPeopleService,
  ) {}

  async record(
    actor: Pick<Actor, 'accountId' | 'name'>,
    act: ClearanceAct,
    { id: clearanceId, subjectId, run }: ClearanceStep,
    step: string | null = null,
    reason: string | null = null,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const actorName = actor.name;
      const at = this.clock.now();
      await manager.insert(ClearanceEvent, {
        id: uuid(),
        clearanceId,
        run,
        at,
        actorName,
        act,
        step,
        reason,
      });
      await this.history.record(actor, {
        action: `clearance.${act}`,
        subjectKind: 'clearance',
        subjectId,
        // As with a draft: the subject's own id is a scope that nobody reads by. The reason is not history's to keep.
        scope: subjectId,
        after: { run, step },
      });
    });
  }

  /** Asks those whose step it is, each once; answers whom. Somebody who was asked already is not asked again. */
  async ask(clearance: Clearance, actor?: Pick<Actor, 'accountId'>): Promise<string[]> {
    const step = clearance.steps[clearance.at];
    if (!step) return [];
    const { people } = await this.people.askedFor(step, clearance.mechanismId, clearance.subject);
    const asked = people.map(({ id }) => id);
    await this.outbox.post(
      this.askMail,
      { id: clearance.id, clearance, reminder: 0 },
      asked,
      undefined,
      actor,
    );
    return asked;
  }

  /** Notifies those whose words they are, but not who sent it back. */
  async tellBack(actor: Actor, clearance: Clearance, accountIds: readonly (string | null)[]): Promise<void> {
    await this.outbox.post(this.backMail, { id: clearance.id, clearance }, accountIds, actor);
  }
}
