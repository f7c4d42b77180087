import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import type { InviteInput } from '../../accounts/people.dto.js';
import { PeopleService } from '../../accounts/people.service.js';
import { demand } from '../../accounts/roles.js';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type FieldErrors, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { type InvitationRow, rowOf } from './invitation-rows.js';
import type { InvitationInput, InvitationsInput, ListDefaults } from './invitations.dto.js';
import { readInvitedList } from './invited-list.js';

/** What becomes of one invitation: a seat, one that waits for others, nothing to do, or what stands against it. */
export type Outcome = { seat: RoleGrant | Nomination } | { held: true } | { errors: FieldErrors };

/** Ends a transaction in which things were only tried out. */
class TriedOut extends Error {}

/** Invitations of many people at once: a list is read, looked at, and sent as a whole. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mechanisms: MechanismsService,
    private readonly people: PeopleService,
  ) {}

  /** The people of a pasted list as lines to look at, with the lines that could not be read. */
  async read(actor: Actor, mechanismId: string, text: string, defaults: ListDefaults) {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    const { languages, zone } = await this.mechanisms.find(mechanismId);
    const participants = await this.mechanisms.states(mechanismId, dayIn(zone, this.clock.now()));
    const { people, unread, unused } = readInvitedList(text);
    const rows: InvitationRow[] = people.map((one) => rowOf(one, defaults, { languages, participants }));
    return { rows, unread, unused };
  }

  /**
   * What would become of these invitations, in their order: they are made as they would be, and nothing of it stays.
   * Somebody who has that role already is left alone.
   */
  async tryOut(actor: Actor, mechanismId: string, input: InvitationsInput): Promise<Outcome[]> {
    const { id } = await this.mechanisms.find(mechanismId);
    let outcomes: Outcome[] = [];
    const trial = this.unitOfWork.run(async () => {
      outcomes = await this.each(actor, id, input);
      throw new TriedOut();
    });
    await trial.catch((error: unknown) => {
      if (!(error instanceof TriedOut)) throw error;
    });
    return outcomes;
  }

  /**
   * Gives everybody their role, or nominates them; who has it already is left alone. Throws InvalidError under
   * `rows.<index>` where one of them cannot get it: then nobody got anything.
   */
  async send(actor: Actor, mechanismId: string, input: InvitationsInput): Promise<Outcome[]> {
    const { id } = await this.mechanisms.find(mechanismId);
    return this.unitOfWork.run(async () => {
      const outcomes = await this.each(actor, id, input);
      const errors = errorsOf(outcomes);
      if (Object.keys(errors).length > 0) throw new InvalidError(errors);
      return outcomes;
    });
  }

  private async each(actor: Actor, id: string, { rows, ...terms }: InvitationsInput): Promise<Outcome[]> {
    demand(actor, 'people.manage', id, 'mechanism');
    const outcomes: Outcome[] = [];
    const given: string[] = [];
    for (const row of rows) {
      try {
        const seat = await this.people.invite(actor, id, invitation(row, terms), given);
        given.push(seat.id);
        outcomes.push({ seat });
      } catch (error) {
        if (!(error instanceof InvalidError)) throw error;
        const isHeld = error.fields.email?.key === 'error.roleHeld';
        outcomes.push(isHeld ? { held: true } : { errors: error.fields });
      }
    }
    return outcomes;
  }
}

const invitation = (
  { role, ...row }: InvitationInput,
  terms: Omit<InvitationsInput, 'rows'>,
): InviteInput => ({
  ...row,
  ...terms,
  role: role === 'deputy' ? 'focal-point' : role,
  deputy: role === 'deputy',
});

/** By the names of the fields; what is about all of them (whom to write to) once. */
export function errorsOf(outcomes: readonly (Outcome | undefined)[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const [index, outcome] of outcomes.entries()) {
    if (!outcome || !('errors' in outcome)) continue;
    for (const [name, message] of Object.entries(outcome.errors))
      errors[name === 'contact' ? name : `rows.${index}.${name}`] ??= message;
  }
  return errors;
}
