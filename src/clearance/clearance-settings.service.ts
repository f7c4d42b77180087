import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import type { Deed } from '../gate/deed.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { AuditEvent } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { Day } from '../platform/i18n/day.js';
import { lastDay } from './clearance-days.js';
import { ClearanceProposal, ClearanceSetting, type WayStep } from './clearance.entity.js';
import { type Consent, consentTo, NOTICE_DAYS } from './consent.js';
import { DelegationPeopleService, isOfDelegation } from './delegation-people.service.js';

/** A change of the steps that waits, as its delegation sees it. */
export interface SeenProposal extends Pick<Consent, 'given' | 'missing'> {
  proposal: ClearanceProposal;
  /** After this day it holds, unless an owner objects. */
  lastDay: Day;
  /** Whether the actor may still consent, object, take it back. */
  mayConsent: boolean;
  mayObject: boolean;
  mine: boolean;
}

/** What a delegation has settled, with who could own a step and who changed it when. */
export interface Settled {
  setting: Pick<ClearanceSetting, 'mechanismId' | 'state' | 'steps' | 'version'>;
  people: Account[];
  proposal: SeenProposal | null;
  /** Newest first. */
  changes: AuditEvent[];
}

const CHANGES_SHOWN = 20;

/**
 * Reads the steps of a delegation. They are its own: to everybody else there is nothing, whether there are any or not.
 * Changing them is ProposalsService's.
 */
@Injectable()
export class ClearanceSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: DelegationPeopleService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** Without steps when none were settled. Throws NotFoundError to who does not speak for the State there today. */
  async find(actor: Actor, mechanismId: string, state: string): Promise<Settled> {
    if (!isOfDelegation(actor, mechanismId, state)) throw new NotFoundError('clearance');
    const { read } = this.unitOfWork;
    const row = await read.findOneBy(ClearanceSetting, { mechanismId, state });
    const people = await this.people.listFor(mechanismId, state);
    if (!row)
      return { setting: { mechanismId, state, steps: [], version: 1 }, people, proposal: null, changes: [] };
    const changes = await read.find(AuditEvent, {
      where: { subjectKind: 'clearance-setting', subjectId: row.id },
      order: { at: 'DESC', id: 'DESC' },
      take: CHANGES_SHOWN,
    });
    const proposal = await read.findOneBy(ClearanceProposal, { settingId: row.id });
    return {
      setting: row,
      people,
      proposal: proposal && (await this.seen(actor, row, proposal, people)),
      changes,
    };
  }

  /** Changes that wait for the actor's consent, as they stand. */
  async asked(actor: Actor): Promise<Settled[]> {
    const places = actor.grants.filter(({ role, subject }) => role === 'focal-point' && subject !== null);
    const settled = await Promise.all(
      places.map(({ scope, subject }) => this.find(actor, scope, subject!).catch(() => null)),
    );
    return settled.filter((one): one is Settled => one?.proposal?.mayConsent === true);
  }

  /**
   * The steps a deed passes: those of the delegation where the words come from, then those of the same State's delegations
   * in the mechanisms where they go.
   */
  async wayOf({ mechanismIds, state }: Pick<Deed, 'mechanismIds' | 'state'>): Promise<WayStep[]> {
    if (state === null) return [];
    const places = [...new Set(mechanismIds)];
    const found = await this.unitOfWork.read.findBy(ClearanceSetting, { mechanismId: In(places), state });
    const names = new Map<string, string>();
    for (const { mechanismId } of found)
      for (const { id, name } of await this.people.listFor(mechanismId, state)) names.set(id, name);
    return places.flatMap((mechanismId) =>
      (found.find((one) => one.mechanismId === mechanismId)?.steps ?? []).map((step) => ({
        ...step,
        mechanismId,
        owner: names.get(step.accountId) ?? '',
      })),
    );
  }

  private async seen(
    actor: Actor,
    { mechanismId, steps }: ClearanceSetting,
    proposal: ClearanceProposal,
    people: readonly Account[],
  ): Promise<SeenProposal> {
    const { zone } = await this.mechanisms.find(mechanismId);
    const consent = consentTo(proposal.consents, steps, people);
    const by = (accounts: readonly { id: string }[]) => accounts.some(({ id }) => id === actor.accountId);
    return {
      given: consent.given,
      missing: consent.missing,
      proposal,
      lastDay: lastDay(proposal.proposedAt, NOTICE_DAYS, zone)!,
      mayConsent: by(consent.missing),
      mayObject: by(consent.mayObject),
      mine: proposal.proposedBy === actor.accountId,
    };
  }
}
