import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { MembersService } from '../../mechanisms/members/members.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { ChoosableItemsService } from '../../plans/choosing/choosable-items.service.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { ContentScopeInput, TemplateContentInput, TemplateSectionInput } from './template.dto.js';
import { TemplateStepInput, TemplateVersionInput } from './template.dto.js';
import * as edits from './template-edits.js';
import { scopeValues, sectionValues } from './template-values.js';
import { TemplatesService } from './templates.service.js';
import { ContentScopePage } from './views/content-scope.js';
import { TemplateSectionPage } from './views/template-section.js';
import type { OwnTemplate } from './own-template.entity.js';

@Controller()
@Access('submissions.edit')
export class TemplateSectionsPages {
  constructor(
    private readonly templates: TemplatesService,
    private readonly mechanisms: MechanismsService,
    private readonly members: MembersService,
    private readonly plans: PlansService,
    private readonly items: ChoosableItemsService,
  ) {}

  @Get('document-templates/:id/sections/new')
  async newSection(@CurrentActor() actor: Actor, @PathId() id: string) {
    const own = await this.templates.findToEdit(actor, id);
    return page(await this.form(own, null, emptyForm({ version: own.version })));
  }

  @Post('document-templates/:id/sections')
  @Takes(TemplateSectionInput)
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const own = await this.templates.findToEdit(actor, id);
    return submitForm({
      input: TemplateSectionInput,
      body,
      act: async (input) => {
        const made = await this.templates.edit(actor, id, input.version, edits.addSection(input));
        const key = made.definition.sections.at(-1)!.key;
        return redirect(`/document-templates/${id}/sections/${key}`, 'notice.templateSectionAdded');
      },
      show: (state) => this.form(own, null, state),
    });
  }

  @Get('document-templates/:id/sections/:key')
  async section(@CurrentActor() actor: Actor, @PathId() id: string, @Param('key') key: string) {
    const own = await this.templates.findToEdit(actor, id);
    const section = edits.sectionOf(own.definition, key);
    return page(await this.form(own, key, emptyForm(sectionValues(section, own.version))));
  }

  @Post('document-templates/:id/sections/:key')
  @Takes(TemplateSectionInput)
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ) {
    const own = await this.templates.findToEdit(actor, id);
    edits.sectionOf(own.definition, key);
    return submitForm({
      input: TemplateSectionInput,
      body,
      act: async (input) => {
        await this.templates.edit(actor, id, input.version, edits.changeSection(key, input));
        return redirect(`/document-templates/${id}#${key}`, 'notice.saved');
      },
      show: (state) => this.form(own, key, state),
    });
  }

  @Post('document-templates/:id/sections/:key/step')
  async step(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ) {
    const { version, direction } = readInput(TemplateStepInput, body);
    await this.templates.edit(actor, id, version, edits.stepSection(key, direction));
    return redirect(`/document-templates/${id}#${key}`);
  }

  @Post('document-templates/:id/sections/:key/removal')
  @Asks<TemplateSectionsPages>('template.removeSection', async (pages, { actor, params: { id, key } }) => {
    const { definition } = await pages.templates.findToEdit(actor, id!);
    return {
      name: edits.sectionOf(definition, key!).title.en,
      consequences: [{ key: 'template.removeSection.text' }],
      back: `/document-templates/${id}`,
    };
  })
  async remove(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(TemplateVersionInput, body);
    await this.templates.edit(actor, id, version, edits.removeSection(key));
    return redirect(`/document-templates/${id}`, 'notice.templateSectionRemoved');
  }

  @Post('document-templates/:id/sections/:key/contents')
  async addContent(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ) {
    const { version, kind } = readInput(TemplateContentInput, body);
    await this.templates.edit(actor, id, version, edits.addContent(key, kind));
    return redirect(`/document-templates/${id}/sections/${key}#contents`, 'notice.templateContentAdded');
  }

  @Get('document-templates/:id/sections/:key/contents/:index')
  async scope(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Param('index', ParseIntPipe) index: number,
  ) {
    const own = await this.templates.findToEdit(actor, id);
    const content = edits.contentOf(edits.sectionOf(own.definition, key), index);
    return page(await this.scopeForm(actor, own, key, index, emptyForm(scopeValues(content, own.version))));
  }

  @Post('document-templates/:id/sections/:key/contents/:index')
  @Takes(ContentScopeInput)
  async narrow(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Param('index', ParseIntPipe) index: number,
    @Body() body: unknown,
  ) {
    const own = await this.templates.findToEdit(actor, id);
    return submitForm({
      input: ContentScopeInput,
      body,
      act: async (input) => {
        await this.templates.edit(actor, id, input.version, edits.narrowContent(key, index, input));
        return redirect(`/document-templates/${id}/sections/${key}#contents`, 'notice.saved');
      },
      show: (state) => this.scopeForm(actor, own, key, index, state),
    });
  }

  @Post('document-templates/:id/sections/:key/contents/:index/step')
  async stepContent(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Param('index', ParseIntPipe) index: number,
    @Body() body: unknown,
  ) {
    const { version, direction } = readInput(TemplateStepInput, body);
    await this.templates.edit(actor, id, version, edits.stepContent(key, index, direction));
    return redirect(`/document-templates/${id}/sections/${key}#contents`);
  }

  @Post('document-templates/:id/sections/:key/contents/:index/removal')
  async removeContent(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Param('index', ParseIntPipe) index: number,
    @Body() body: unknown,
  ) {
    const { version } = readInput(TemplateVersionInput, body);
    await this.templates.edit(actor, id, version, edits.removeContent(key, index));
    return redirect(`/document-templates/${id}/sections/${key}#contents`, 'notice.templateContentRemoved');
  }

  /** `key` is null for a section that is to be added. */
  private async form(own: OwnTemplate, key: string | null, state: FormState) {
    const mechanism = await this.mechanisms.find(own.mechanismId);
    const section = key === null ? null : edits.sectionOf(own.definition, key);
    return <TemplateSectionPage {...{ mechanism, own, section, state }} />;
  }

  private async scopeForm(actor: Actor, own: OwnTemplate, key: string, index: number, state: FormState) {
    const section = edits.sectionOf(own.definition, key);
    const content = edits.contentOf(section, index);
    const mechanism = await this.mechanisms.find(own.mechanismId);
    const members = await this.members.listFor(own.mechanismId);
    const plans = await this.plans.list(actor, own.mechanismId);
    const items = await this.items.from(actor, plans, state.values);
    const states = [...new Set(members.map(({ stateCode }) => stateCode))];
    return <ContentScopePage {...{ mechanism, own, section, content, index, states, items, state }} />;
  }
}
