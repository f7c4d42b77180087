import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Account } from '../accounts/account.entity.js';
import { change } from '../platform/database/change.js';
import { AuditEvent, History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { Entry } from '../progress/entries/entry.entity.js';
import type { SettingInput } from './clearance.dto.js';
import { ClearanceSetting, type Step, type WayStep } from './clearance.entity.js';
import { DelegationPeopleService, isOfDelegation } from './delegation-people.service.js';

/** What a delegation has settled, with who could own a step and who changed it when. */
export interface Settled {
  setting: Pick<ClearanceSetting, 'mechanismId' | 'state' | 'steps' | 'version'>;
  people: Account[];
  /** Newest first. */
  changes: AuditEvent[];
}

const CHANGES_SHOWN = 20;

/** The steps of a delegation. They are its own: to everybody else there is nothing, whether there are any or not. */
@Injectable()
export class ClearanceSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly people: DelegationPeopleService,
  ) {}

  /** Without steps when none were settled. Throws NotFoundError to who does not speak for the State there today. */
  async find(actor: Actor, mechanismId: string, state: string): Promise<Settled> {
    admit(actor, mechanismId, state);
    const { read } = this.unitOfWork;
    const row = await read.findOneBy(ClearanceSetting, { mechanismId, state });
    const changes = row
      ? await read.find(AuditEvent, {
          where: { subjectKind: 'clearance-setting', subjectId: row.id },
          order: { at: 'DESC', id: 'DESC' },
          take: CHANGES_SHOWN,
        })
      : [];
    const people = await this.people.listFor(mechanismId, state);
    return { setting: row ?? { mechanismId, state, steps: [], version: 1 }, people, changes };
  }

  /**
   * Settles the steps anew. What is in clearance keeps the steps it started with. Throws InvalidError for an owner who does
   * not speak for the State there, ConflictError for a version that is not the current one.
   */
  async save(actor: Actor, mechanismId: string, state: string, input: SettingInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { setting, people } = await this.find(actor, mechanismId, state);
      const { version } = input;
      const known = new Set(people.map(({ id }) => id));
      const strange = input.steps.findIndex((step) => step !== null && !known.has(step.accountId));
      if (strange >= 0) throw InvalidError.field(`steps.${strange}.accountId`, 'error.clearance.owner');
      if (version !== setting.version) throw new ConflictError('error.stale', setting);
      const row = await manager.findOneBy(ClearanceSetting, { mechanismId, state });
      const id = row?.id ?? uuid();
      const steps = input.steps.filter((step) => step !== null);
      if (row)
        await change(manager, ClearanceSetting, { id, version }, { steps }, { current: () => setting });
      else await manager.insert(ClearanceSetting, { id, mechanismId, state, steps, version: version + 1 });
      await this.history.record(actor, {
        action: 'clearance.settle',
        subjectKind: 'clearance-setting',
        subjectId: id,
        // Its own id is a scope that nobody reads by: not the mechanism's history, and not the installation's.
        scope: id,
        before: { steps: setting.steps },
        after: { steps },
      });
    });
  }

  /** The steps of a State's delegation in a mechanism, without an actor: for the gate. */
  async stepsIn(mechanismId: string, state: string): Promise<Step[]> {
    const setting = await this.unitOfWork.read.findOneBy(ClearanceSetting, { mechanismId, state });
    return setting?.steps ?? [];
  }

  /** Whether a step's owner still speaks for the delegation. */
  async speaks({ accountId }: Step, mechanismId: string, state: string): Promise<boolean> {
    return (await this.people.listFor(mechanismId, state)).some(({ id }) => id === accountId);
  }

  /**
   * The steps an entry passes: those where it is reported, then those of the same State's delegations in the mechanisms
   * it is linked to, since what is submitted goes there too. Empty for what no State reports.
   */
  async wayOf(
    entry: Pick<Entry, 'mechanismId' | 'reporterKind' | 'reporter' | 'disclosures'>,
  ): Promise<WayStep[]> {
    if (entry.reporterKind !== 'state') return [];
    const linked = entry.disclosures
      .filter(({ mechanismId }) => mechanismId !== entry.mechanismId)
      .sort((a, b) => (a.linkedAt?.getTime() ?? 0) - (b.linkedAt?.getTime() ?? 0))
      .map(({ mechanismId }) => mechanismId);
    const places = [entry.mechanismId, ...linked];
    const found = await this.unitOfWork.read.findBy(ClearanceSetting, {
      mechanismId: In(places),
      state: entry.reporter,
    });
    const names = new Map<string, string>();
    for (const { mechanismId, state } of found)
      for (const { id, name } of await this.people.listFor(mechanismId, state)) names.set(id, name);
    return places.flatMap((mechanismId) =>
      (found.find((one) => one.mechanismId === mechanismId)?.steps ?? []).map((step) => ({
        ...step,
        mechanismId,
        owner: names.get(step.accountId) ?? '',
      })),
    );
  }
}

function admit(actor: Actor, mechanismId: string, state: string): void {
  if (!isOfDelegation(actor, mechanismId, state)) throw new NotFoundError('clearance');
}
