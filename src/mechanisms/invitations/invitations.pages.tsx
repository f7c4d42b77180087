import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
import { Clock } from '../../platform/clock.js';
import type { FieldErrors } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { readInput } from '../../platform/http/read-input.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { unflatten } from '../../platform/http/unflatten.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { MechanismPeopleService } from '../people/mechanism-people.service.js';
import { InvitationsInput, InvitedListInput, ListDefaults } from './invitations.dto.js';
import { errorsOf, InvitationsService, type Outcome } from './invitations.service.js';
import { together } from './invited-list.js';
import { validOf, type Typed, typedRows } from './typed-rows.js';
import { InvitePage } from './views/invite.js';

/** One page: a list is pasted, looked at, corrected in place, sent. */
@Controller('mechanisms/:mechanismId/people/invite')
@Access('people.manage')
export class InvitationPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: MechanismPeopleService,
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Query() { of, role, language }: ListDefaults,
  ) {
    demand(actor, 'people.manage', id, 'mechanism');
    const { zone } = await this.mechanisms.find(id);
    const fromDay = dayIn(zone, this.clock.now());
    return page(await this.sheet(actor, id, emptyForm({ fromDay, of, role, language })));
  }

  @Post()
  @Takes(InvitationsInput, InvitedListInput)
  async check(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    const typed = unflatten(body);
    const added = await this.added(actor, id, typed);
    const rows = together([...typedRows(typed.rows), ...added.rows]);
    const values = { ...typed, rows, text: added.unread.join('\n') };
    const isLooked = typed.check === undefined && added.rows.length === 0 && added.unread.length === 0;
    if (isLooked && rows.length > 0) return this.send(actor, id, values);
    const count = added.unread.length;
    const errors: FieldErrors = count > 0 ? { text: { key: 'invite.unread', values: { count } } } : {};
    if (rows.length === 0 && count === 0) errors.text = { key: 'error.required' };
    const state = { values, errors };
    return page(await this.sheet(actor, id, state, added.unused), errors.text ? 422 : 200);
  }

  private send(actor: Actor, id: string, values: Typed) {
    return submitForm({
      input: InvitationsInput,
      body: values,
      act: async (input) => {
        const outcomes = await this.invitations.send(actor, id, input);
        return redirect(`/mechanisms/${id}/people`, noticeOf(outcomes));
      },
      show: (state) => this.sheet(actor, id, { ...state, values }),
    });
  }

  /** What the text adds to the lines that are there already. */
  private async added(actor: Actor, id: string, typed: Record<string, unknown>) {
    const text = typeof typed.text === 'string' ? typed.text : '';
    if (text.trim() === '') return { rows: [], unread: [], unused: [] };
    return this.invitations.read(actor, id, text, readInput(ListDefaults, typed));
  }

  /** The form with what would become of each line that is complete; nothing of it is done. */
  private async sheet(actor: Actor, id: string, state: FormState, unused: string[] = []) {
    const mechanism = await this.mechanisms.find(id);
    const [grants, participants, needsContact] = await Promise.all([
      this.people.list(actor, id),
      this.mechanisms.states(id, dayIn(mechanism.zone, this.clock.now())),
      this.people.needsContact(actor, id),
    ]);
    const { input, indexes, problems } = validOf(state.values);
    const tried = input ? await this.invitations.tryOut(actor, id, input) : [];
    const outcomes = new Map(tried.map((outcome, at) => [indexes[at]!, outcome]));
    const all = Array.from({ length: typedRows(state.values.rows).length }, (_, at) => outcomes.get(at));
    const lacks = needsContact && all.length > 0 && !state.values.contact;
    const contact: FieldErrors = lacks ? { contact: { key: 'error.contactNeeded' } } : {};
    const lists = { outcomes: all, problems: { ...problems, ...contact, ...errorsOf(all) } };
    const here = new Set(grants.map(({ account }) => account.email));
    const isRefused = Object.keys(state.errors).length > 0;
    const shown = isRefused ? { ...state, errors: { ...contact, ...state.errors } } : state;
    return (
      <InvitePage {...{ mechanism, state: shown, participants, needsContact, unused, here }} {...lists} />
    );
  }
}

function noticeOf(outcomes: readonly Outcome[]) {
  const seats = outcomes.flatMap((one) => ('seat' in one ? [one.seat] : []));
  const waiting = seats.filter((seat) => seat instanceof Nomination).length;
  if (seats.length === 0) return 'notice.nobodyInvited';
  if (waiting > 0) return waiting < seats.length ? 'notice.invitedSome' : 'notice.nominated';
  return seats.length > 1 ? 'notice.invitedSeveral' : 'notice.invited';
}
