import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../platform/clock.js';
import { change, remove } from '../platform/database/change.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../platform/errors.js';
import { lockSubject } from '../platform/database/lock-subject.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { isOver } from './clearance-days.js';
import type { SettingInput } from './clearance.dto.js';
import { ClearanceProposal, ClearanceSetting, type Step } from './clearance.entity.js';
import { ClearanceSettingsService, type SeenProposal, type Settled } from './clearance-settings.service.js';
import { consentTo, NOTICE_DAYS } from './consent.js';
import { DelegationPeopleService } from './delegation-people.service.js';
import { StepsMail } from './steps.mail.js';

type By = Pick<Actor, 'accountId' | 'name'>;

/**
 * Changes the steps of a delegation. Where there are some, a change holds once all their owners have consented, or after a
 * notice to the whole delegation in which none of them objected. What is in clearance keeps the steps it started with.
 */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: StepsMail,
    private readonly settings: ClearanceSettingsService,
    private readonly people: DelegationPeopleService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /**
   * Proposes other steps; they hold at once where nobody's consent is missing. Answers whether they do. Throws
   * InvalidError for an owner who does not speak for the State there, ConflictError for a version that is not the current
   * one, or while another proposal waits, NotFoundError to everybody else.
   */
  async propose(actor: Actor, mechanismId: string, state: string, input: SettingInput): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const { setting, people } = await this.lock(manager, actor, mechanismId, state);
      const known = new Set(people.map(({ id }) => id));
      const strange = input.steps.findIndex((step) => step !== null && !known.has(step.accountId));
      if (strange >= 0) throw InvalidError.field(`steps.${strange}.accountId`, 'error.clearance.owner');
      if (input.version !== setting.version) throw new ConflictError('error.stale', setting);
      const steps = input.steps.filter((step) => step !== null);
      if (JSON.stringify(steps) === JSON.stringify(setting.steps)) return true;
      const row = await manager.findOneBy(ClearanceSetting, { mechanismId, state });
      if (!row) {
        const first = { id: randomUUID(), mechanismId, state, steps: [], version: setting.version };
        await manager.insert(ClearanceSetting, first);
        await this.settle(manager, actor, first, steps);
        return true;
      }
      if (await manager.existsBy(ClearanceProposal, { settingId: row.id }))
        throw new ConflictError('error.clearance.proposed');
      const consents = [actor.accountId!];
      if (consentTo(consents, row.steps, people).complete) {
        await this.settle(manager, actor, row, steps);
        return true;
      }
      const proposal = {
        id: randomUUID(),
        settingId: row.id,
        steps,
        proposedBy: actor.accountId!,
        proposedByName: actor.name,
        proposedAt: this.clock.now(),
        consents,
      };
      await manager.insert(ClearanceProposal, proposal);
      await this.record(actor, 'propose', row, row.steps, steps);
      await this.tell(actor, row, 'proposed', proposal.id);
      return false;
    });
  }

  /** An owner consents; after the last of them it holds. Throws ConflictError when there is nothing to consent to. */
  async consent(actor: Actor, mechanismId: string, state: string): Promise<void> {
    await this.onProposal(actor, mechanismId, state, async (manager, row, { proposal, mayConsent }) => {
      if (!mayConsent) throw new ForbiddenError('error.clearance.notOwner');
      const consents = [...proposal.consents, actor.accountId!];
      await manager.update(ClearanceProposal, { id: proposal.id }, { consents });
      await this.record(actor, 'consent', row, row.steps, proposal.steps);
      await this.settleIfReady(manager, actor, row, { ...proposal, consents });
    });
  }

  /** An owner does not agree, which ends it. */
  async object(actor: Actor, mechanismId: string, state: string): Promise<void> {
    await this.onProposal(actor, mechanismId, state, async (manager, row, { proposal, mayObject }) => {
      if (!mayObject) throw new ForbiddenError('error.clearance.notOwner');
      await this.end(manager, actor, row, proposal, 'object');
    });
  }

  /** Who proposed it takes it back. */
  async takeBack(actor: Actor, mechanismId: string, state: string): Promise<void> {
    await this.onProposal(actor, mechanismId, state, async (manager, row, { proposal, mine }) => {
      if (!mine) throw new ForbiddenError('error.notYours');
      await this.end(manager, actor, row, proposal, 'take-back');
    });
  }

  /** Lets those hold whose notice is over, or whose last missing owner no longer speaks for the delegation. */
  async sweep(now: Date = this.clock.now()): Promise<void> {
    const waiting = { select: { id: true, settingId: true } } as const;
    for (const { id, settingId } of await this.unitOfWork.read.find(ClearanceProposal, waiting))
      await this.unitOfWork.run(async (manager) => {
        await lockSubject(manager, ClearanceSetting, settingId);
        // As it stands now: it may have been taken back, or ended, at this moment.
        const proposal = await manager.findOneBy(ClearanceProposal, { id });
        if (!proposal) return;
        const row = await manager.findOneByOrFail(ClearanceSetting, { id: settingId });
        await this.settleIfReady(manager, byProposer(proposal), row, proposal, now);
      });
  }

  private async settleIfReady(
    manager: EntityManager,
    by: By,
    row: ClearanceSetting,
    proposal: ClearanceProposal,
    now: Date = this.clock.now(),
  ): Promise<void> {
    const { zone } = await this.mechanisms.find(row.mechanismId);
    const people = await this.people.listFor(row.mechanismId, row.state);
    const { complete } = consentTo(proposal.consents, row.steps, people);
    if (!complete && !isOver(proposal.proposedAt, NOTICE_DAYS, zone, now)) return;
    await remove(manager, ClearanceProposal, { id: proposal.id }, { reason: 'error.clearance.noProposal' });
    await this.settle(manager, by, row, proposal.steps);
  }

  private async settle(manager: EntityManager, by: By, row: ClearanceSetting, steps: Step[]): Promise<void> {
    const { id, version } = row;
    await change(manager, ClearanceSetting, { id, version }, { steps }, { current: () => row });
    await this.record(by, 'settle', row, row.steps, steps);
    await this.tell(by, row, 'settled', String(version + 1));
  }

  private async end(
    manager: EntityManager,
    actor: Actor,
    row: ClearanceSetting,
    proposal: ClearanceProposal,
    act: 'object' | 'take-back',
  ): Promise<void> {
    await remove(manager, ClearanceProposal, { id: proposal.id }, { reason: 'error.clearance.noProposal' });
    await this.record(actor, act, row, row.steps, proposal.steps);
    await this.tell(actor, row, 'ended', proposal.id);
  }

  private async onProposal(
    actor: Actor,
    mechanismId: string,
    state: string,
    act: (manager: EntityManager, row: ClearanceSetting, seen: SeenProposal) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { proposal } = await this.lock(manager, actor, mechanismId, state);
      if (!proposal) throw new ConflictError('error.clearance.noProposal');
      await act(manager, await manager.findOneByOrFail(ClearanceSetting, { mechanismId, state }), proposal);
    });
  }

  /** As they stand, locked until the transaction ends. */
  private async lock(
    manager: EntityManager,
    actor: Actor,
    mechanismId: string,
    state: string,
  ): Promise<Settled> {
    const row = await manager.findOneBy(ClearanceSetting, { mechanismId, state });
    if (row) await lockSubject(manager, ClearanceSetting, row.id);
    return this.settings.find(actor, mechanismId, state);
  }

  private record(
    by: By,
    act: string,
    { id }: ClearanceSetting,
    before: Step[],
    after: Step[],
  ): Promise<void> {
    return this.history.record(by, {
      action: `clearance.${act}`,
      subjectKind: 'clearance-setting',
      subjectId: id,
      // Its own id is a scope that nobody reads by: not the mechanism's history, and not the installation's.
      scope: id,
      before: { steps: before },
      after: { steps: after },
    });
  }

  private async tell(
    by: By,
    { id, mechanismId, state }: ClearanceSetting,
    event: 'proposed' | 'settled' | 'ended',
    step: string,
  ): Promise<void> {
    const people = await this.people.listFor(mechanismId, state);
    await this.outbox.post(
      this.mail,
      { id, event, step },
      people.map((person) => person.id),
      by,
    );
  }
}

const byProposer = ({ proposedBy, proposedByName }: ClearanceProposal): By => ({
  accountId: proposedBy,
  name: proposedByName,
});
