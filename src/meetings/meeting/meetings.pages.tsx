import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { DayMarks } from '../../platform/web/pictures/day-marks.js';
import { firstDay, lastDay, monthOf } from '../../platform/web/pictures/month-days.js';
import { type Mechanism, NO_ZONE } from '../../mechanisms/mechanism/mechanism.entity.js';
import { ForbiddenError } from '../../platform/errors.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { Panels } from '../../platform/web/panels.js';
import { page, redirect } from '../../platform/web/page.js';
import { MeetingChange, MeetingInput, MeetingRemovalInput, MeetingsQuery } from './meeting.dto.js';
import type { Meeting } from './meeting.entity.js';
import { meetingResource } from './meeting.resource.js';
import { MeetingViewService } from './meeting-view.service.js';
import { MeetingListService } from './meeting-list.service.js';
import { MeetingsService } from './meetings.service.js';
import { MeetingPage } from './views/meeting.js';
import { MeetingFormPage } from './views/meeting-form.js';
import { MeetingsPage, type MonthShown } from './views/meetings.js';
import { MeetingRemovalPage } from './views/meeting-removal.js';

@Controller()
export class MeetingsPages {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly meetingList: MeetingListService,
    private readonly view: MeetingViewService,
    private readonly mechanisms: MechanismsService,
    private readonly marks: DayMarks,
    private readonly panels: Panels,
    private readonly clock: Clock,
  ) {}

  @Get('meetings')
  @Access('meetings.read')
  listMine(@CurrentActor() actor: Actor, @Query() query: MeetingsQuery) {
    return this.list(actor, null, query);
  }

  @Get('mechanisms/:mechanismId/meetings')
  @Access('anyone')
  listOf(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: MeetingsQuery,
  ) {
    return this.list(actor, mechanismId, query);
  }

  @Get('mechanisms/:mechanismId/meetings/new')
  @Access('meetings.edit')
  async newForm(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const mechanism = await this.mechanisms.find(mechanismId);
    // Nobody has said where the mechanism is at work: whoever makes the meeting knows their own clock best.
    const zone = mechanism.zone === NO_ZONE ? actor.zone : null;
    return page(
      await this.form(mechanismId, null, emptyForm({ datePrecision: 'day', state: 'planned', zone })),
    );
  }

  @Post('mechanisms/:mechanismId/meetings')
  @Access('meetings.edit')
  @Takes(MeetingInput)
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: MeetingInput,
      body,
      act: async (input) => {
        const { id } = await this.meetings.create(actor, mechanismId, input);
        return redirect(`/meetings/${id}`, 'notice.meetingCreated');
      },
      show: (state) => this.form(mechanismId, null, state),
    });
  }

  @Get('meetings/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const whole = await orSignIn(actor, this.view.load(actor, id));
    const mechanism = await this.mechanisms.find(whole.meeting.mechanismId);
    const panels = await this.panels.render('meeting', actor, id);
    return page(<MeetingPage {...whole} mechanism={mechanism} panels={panels} />);
  }

  @Get('meetings/:id/edit')
  @Access('meetings.edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return page(await this.form(meeting.mechanismId, meeting, emptyForm(meetingResource(meeting))));
  }

  @Post('meetings/:id')
  @Access('meetings.edit')
  @Takes(MeetingChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return submitForm({
      input: MeetingChange,
      body,
      act: async (input) => {
        await this.meetings.update(actor, id, input);
        return redirect(`/meetings/${id}`, 'notice.saved');
      },
      show: (state) => this.form(meeting.mechanismId, meeting, state),
    });
  }

  @Get('meetings/:id/removal')
  @Access('meetings.edit')
  async removalForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<MeetingRemovalPage removal={await this.meetings.whatHangsOn(actor, id)} />);
  }

  @Post('meetings/:id/removal')
  @Access('meetings.edit')
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    if (!readInput(MeetingRemovalInput, body).confirmed) throw new ForbiddenError('error.confirm');
    const { mechanismId } = await this.meetings.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/meetings`, 'notice.meetingRemoved');
  }

  /** Both lists on the first page; the pages that follow show the one they go on with. */
  private async list(actor: Actor, mechanismId: string | null, query: MeetingsQuery) {
    const part = (when: 'upcoming' | 'past') =>
      query.when === undefined || query.when === when
        ? this.meetingList.list(actor, mechanismId, { when, cursor: query.when && query.cursor })
        : null;
    const calendar = mechanismId !== null && query.when === undefined;
    const [upcoming, past, mechanisms] = await Promise.all([
      part('upcoming'),
      part('past'),
      this.mechanisms.list(),
    ]);
    const mechanism = mechanisms.find(({ id }) => id === mechanismId) ?? null;
    const editable = mechanismId !== null && can(actor, 'meetings.edit', mechanismId);
    const month = calendar && mechanism ? await this.month(actor, mechanism, query.month) : null;
    return page(<MeetingsPage {...{ mechanism, mechanisms, upcoming, past, month, editable }} />);
  }

  /** A month of the mechanism: all that has a day in it. */
  private async month(actor: Actor, { id, zone }: Mechanism, asked: string | undefined): Promise<MonthShown> {
    const today = dayIn(zone, this.clock.now());
    const month = asked ?? monthOf(today);
    const span = { from: firstDay(month), until: lastDay(month) };
    return { month, today, kinds: await this.marks.within(actor, id, span) };
  }

  private async form(mechanismId: string, meeting: Meeting | null, state: FormState) {
    const mechanism = await this.mechanisms.find(mechanismId);
    return <MeetingFormPage mechanism={mechanism} meeting={meeting} state={state} />;
  }
}
