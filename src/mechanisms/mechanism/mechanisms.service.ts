import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Account, RoleGrant } from '../../accounts/account.entity.js';
import { ScopeNames } from '../../accounts/keys/scope-names.js';
import { can, demand } from '../../accounts/roles.js';
import { zoneFor } from '../../accounts/states/state-zones.js';
import { isOverIn } from '../../accounts/seats/seat-period.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { Mechanism, Membership, type MembershipKind, NO_ZONE } from './mechanism.entity.js';
import type { MechanismPatch } from './mechanism.dto.js';
import { shortNameIn } from './mechanism-name.js';
import { MechanismNames } from './mechanism-names.js';
import { holdsOn } from './period.js';

/** The mechanisms at work here. What they are is public; what their secretariats set, only these may change. */
@Injectable()
export class MechanismsService extends ScopeNames {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly clock: Clock,
    private readonly names: MechanismNames,
  ) {
    super();
  }

  /** All of them, or those of the ids given, by short name. */
  async list(ids?: string[]): Promise<Mechanism[]> {
    const found = await this.unitOfWork.read.find(Mechanism, ids && { where: { id: In(ids) } });
    return found.sort((a, b) => a.shortName.localeCompare(b.shortName));
  }

  async namesOf(ids: string[], language: string): Promise<Map<string, string>> {
    const mechanisms = ids.length > 0 ? await this.list(ids) : [];
    return new Map(mechanisms.map((one) => [one.id, shortNameIn(one, language)]));
  }

  /** Throws NotFoundError when there is none of that id. */
  async find(id: string): Promise<Mechanism> {
    const mechanism = await this.unitOfWork.remember(`mechanism:${id}`, () =>
      this.unitOfWork.read.findOneBy(Mechanism, { id }),
    );
    if (!mechanism) throw new NotFoundError('mechanism');
    return mechanism;
  }

  /** Those of the ids that ask their secretariats and focal points for a second factor. */
  async requiringSecondFactor(ids: string[]): Promise<string[]> {
    const where = { id: In(ids), requireSecondFactor: true };
    const found = await this.unitOfWork.read.find(Mechanism, { select: { id: true }, where });
    return found.map(({ id }) => id);
  }

  /** Those the actor is of the secretariat of, and whose zone nobody has said yet. */
  async withoutZone({ grants }: Actor): Promise<Mechanism[]> {
    const ids = grants.filter(({ role }) => role === 'secretariat').map(({ scope }) => scope);
    return this.unitOfWork.read.findBy(Mechanism, { id: In(ids), zone: NO_ZONE });
  }

  /** Codes of the States and territories that are members (not observers) on a day. */
  memberStates(mechanismId: string, day: Day): Promise<string[]> {
    return this.listed({ mechanismId, kind: 'member' }, day);
  }

  /** The same with observers. */
  states(mechanismId: string, day: Day): Promise<string[]> {
    return this.listed({ mechanismId }, day);
  }

  private async listed(where: { mechanismId: string; kind?: MembershipKind }, day: Day) {
    const memberships = await this.unitOfWork.read.find(Membership, { where, order: { stateCode: 'ASC' } });
    return [...new Set(memberships.filter((one) => holdsOn(one, day)).map((one) => one.stateCode))];
  }

  /**
   * Changes names, zone and languages; what is left out stays. Throws ConflictError, with the current state, when
   * somebody changed it since the version given, and ForbiddenError to an administrator who changes where replies go.
   */
  async update(actor: Actor, id: string, input: MechanismPatch): Promise<Mechanism> {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    return this.unitOfWork.run(async (manager) => {
      const before = await this.find(id);
      const { version, language, languages, ...rest } = input;
      const [first, ...others] = before.languages;
      const set = {
        ...given(rest),
        languages: [...new Set([language ?? first!, ...(languages ?? others)])],
      };
      const changed = difference(before, set);
      if (Object.keys(changed.after).length === 0) return before;
      if ('replyAddress' in changed.after && !can(actor, 'mechanism.replies', id))
        throw new ForbiddenError('error.replyAddress');
      const current = () => this.find(id);
      const next = await change(manager, Mechanism, { id, version }, set, { current });
      if (set.zone !== undefined) await keepEnded(manager, before, set.zone, this.clock.now());
      if (set.zone !== undefined && before.zone === NO_ZONE)
        await settleZones(manager, id, set.zone, actor.accountId);
      this.unitOfWork.afterCommit(() => this.names.forget());
      await this.history.record(actor, {
        action: 'mechanism.update',
        subjectKind: 'mechanism',
        subjectId: id,
        scope: id,
        ...changed,
      });
      return { ...before, ...next };
    });
  }
}

/** Those who came before their mechanism had a zone and have not chosen one: the zone of their State, else this. */
async function settleZones(manager: EntityManager, mechanismId: string, zone: string, by: string | null) {
  const grants = await manager.find(RoleGrant, { where: { mechanismId }, relations: { account: true } });
  for (const { account, role, subject } of grants) {
    const hasChosen = account.lastSignInDay !== null && account.id !== by;
    if (account.zone !== NO_ZONE || hasChosen) continue;
    const own = zoneFor(role === 'focal-point' ? subject : null, zone);
    await manager.update(Account, { id: account.id }, { zone: own });
  }
}

/** Roles that have ended stay so: by the days of another zone their last one might not be over. */
async function keepEnded(manager: EntityManager, { id, zone }: Mechanism, next: string, now: Date) {
  const open = await manager.findBy(RoleGrant, { mechanismId: id, endedAt: IsNull() });
  const back = open.filter((grant) => isOverIn(grant, zone, now) && !isOverIn(grant, next, now));
  await manager.update(RoleGrant, { id: In(back.map((grant) => grant.id)) }, { endedAt: now });
}

const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

/** The fields whose values differ, as they were and as they are. */
function difference(before: Mechanism, change: Partial<Mechanism>) {
  const changed = (Object.keys(change) as (keyof Mechanism)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(change[field]),
  );
  const pick = (from: Partial<Mechanism>) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  return { before: pick(before), after: pick(change) };
}
