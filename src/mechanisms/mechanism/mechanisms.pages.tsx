import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { can, demand } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { MechanismInput, MechanismZoneInput } from './mechanism.dto.js';
import type { Mechanism } from './mechanism.entity.js';
import { MechanismsService } from './mechanisms.service.js';
import { MembersService } from '../members/members.service.js';
import { TermsService } from '../terms/terms.service.js';
import { EditMechanismPage } from './views/edit-mechanism.js';
import { ZonePage } from './views/zone.js';
import { AboutPage } from './views/about.js';
import { SettingsPage } from './views/settings.js';
import { OverviewPage } from './views/overview.js';
import { MechanismsPage } from './views/mechanisms.js';

/** Of an overview: the first steps above its tasks; these, and what else is known of them; what stands beside and below. */
const PARTS = ['overview-steps', 'home-top', 'overview-tasks', 'home', 'overview-side', 'overview-wide'];

@Controller('mechanisms')
export class MechanismsPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly members: MembersService,
    private readonly terms: TermsService,
    private readonly panels: Panels,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('anyone')
  async list() {
    return page(<MechanismsPage mechanisms={await this.mechanisms.list()} />);
  }

  /** Where who works for it begins; to everybody else, what is known of it. */
  @Get(':mechanismId')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    const mechanism = await this.mechanisms.find(id);
    if (!can(actor, 'mechanism.read', id))
      return this.about(mechanism, await this.panels.render('mechanism', actor, id));
    // What waits for them in other mechanisms stands on the page of all their tasks.
    const here = { ...actor, grants: actor.grants.filter(({ scope }) => scope === id) };
    const [first, top, main, rest, side, wide] = await this.panels.renderAll(PARTS, here, id);
    const tasks = [...top!, ...main!];
    return page(
      <OverviewPage
        mechanism={mechanism}
        first={first!}
        tasks={tasks}
        rest={rest!}
        side={side!}
        wide={wide!}
      />,
    );
  }

  @Get(':mechanismId/about')
  @Access('anyone')
  async aboutPage(@Param('mechanismId') id: string) {
    return this.about(await this.mechanisms.find(id), []);
  }

  private async about(mechanism: Mechanism, panels: VNode[]) {
    const [memberships, terms] = await Promise.all([
      this.members.listFor(mechanism.id),
      this.terms.listFor(mechanism.id),
    ]);
    const today = dayIn(mechanism.zone, this.clock.now());
    return page(<AboutPage {...{ mechanism, memberships, terms, today, panels }} />);
  }

  @Get(':mechanismId/settings')
  @Access('mechanism.edit')
  async settings(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    const [memberships, terms] = await Promise.all([this.members.listFor(id), this.terms.listFor(id)]);
    const today = dayIn(mechanism.zone, this.clock.now());
    return page(<SettingsPage {...{ mechanism, memberships, terms, today }} />);
  }

  /** What the home page asks of a secretariat whose mechanism has no zone yet. */
  @Post(':mechanismId/zone')
  @Access('mechanism.edit')
  setZone(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: MechanismZoneInput,
      body,
      act: async (input) => {
        await this.mechanisms.update(actor, id, input);
        return redirect(`/mechanisms/${id}`, 'notice.saved');
      },
      show: async (state) => <ZonePage mechanism={await this.mechanisms.find(id)} state={state} />,
    });
  }

  @Get(':mechanismId/edit')
  @Access('mechanism.edit')
  async edit(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    const [language, ...languages] = mechanism.languages;
    const state = emptyForm({ ...mechanism, language, languages });
    return page(<EditMechanismPage mechanism={mechanism} state={state} />);
  }

  @Post(':mechanismId/edit')
  @Access('mechanism.edit')
  @Takes(MechanismInput)
  update(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: MechanismInput,
      body,
      act: async ({ replyAddress, ...input }) => {
        // Who may not say it has no field for it.
        const replies = can(actor, 'mechanism.replies', id) ? { replyAddress } : {};
        await this.mechanisms.update(actor, id, { ...input, ...replies });
        return redirect(`/mechanisms/${id}`, 'notice.saved');
      },
      show: async (state) => <EditMechanismPage mechanism={await this.mechanisms.find(id)} state={state} />,
    });
  }
}
