import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mechanismsWhere } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { SecretAddress } from '../../platform/http/secret-address.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { outcome, page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { type CalendarFile, hasCurrent } from './calendar-file.js';
import { CalendarService } from './calendar.service.js';
import { FeedInput } from './feed.dto.js';
import { FeedsService } from './feeds.service.js';
import { CalendarsPage, NewCalendarPage } from './views/calendars.js';

@Controller()
export class FeedsPages {
  constructor(
    private readonly feeds: FeedsService,
    private readonly calendars: CalendarService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('account/calendars')
  @Access('signed-in')
  async list(@CurrentActor() actor: Actor, @Query('mechanism') mechanismId?: string) {
    return page(await this.form(actor, emptyForm({ mechanismId })));
  }

  @Post('account/calendars')
  @Access('signed-in')
  create(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: FeedInput,
      body,
      act: async ({ mechanismId }) => {
        const { url } = await this.feeds.create(actor, mechanismId);
        const [mechanism] = mechanismId === null ? [] : await this.mechanisms.list([mechanismId]);
        return outcome(<NewCalendarPage mechanism={mechanism ?? null} url={url} />);
      },
      show: (state) => this.form(actor, state),
    });
  }

  @Post('account/calendars/:id/revoke')
  @Access('signed-in')
  @Asks<FeedsPages>('calendar.revoke', async () => ({
    consequences: [{ key: 'press.stops' }, { key: 'press.another' }, FINAL],
    back: '/account/calendars',
  }))
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.feeds.revoke(actor, id);
    return redirect('/account/calendars', 'notice.calendarRevoked');
  }

  /** For calendar programs, which do not sign in: the secret says whose it is. */
  @Get('calendars/:secret.ics')
  @SecretAddress()
  @Access('anyone')
  async open(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return send(request, reply, await this.feeds.open(secret));
  }

  @Get('meetings/:id.ics')
  @Access('anyone')
  async meeting(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return send(request, reply, await this.calendars.ofMeeting(actor, id));
  }

  private async form(actor: Actor, state: FormState) {
    const feeds = await this.feeds.list(actor);
    const mine = mechanismsWhere(actor, 'meetings.read');
    const known = [...mine, ...feeds.flatMap(({ mechanismId }) => mechanismId ?? [])];
    const mechanisms = known.length > 0 ? await this.mechanisms.list([...new Set(known)]) : [];
    return <CalendarsPage {...{ feeds, mechanisms, mine, state }} />;
  }
}

/** Answers 304 to a program that has it already; what is not public is cached by nobody on the way. */
function send(request: FastifyRequest, reply: FastifyReply, file: CalendarFile): string {
  void reply.header('etag', file.etag).header('cache-control', 'private, no-cache');
  if (hasCurrent(request.headers['if-none-match'], file)) {
    void reply.status(304);
    return '';
  }
  void reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="waymark.ics"');
  return file.body;
}
