import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import {
  ContentScopeInput,
  TemplateContentInput,
  TemplateCopyInput,
  TemplateSectionInput,
  TemplateSettingsInput,
  TemplateStepInput,
  TemplateVersionInput,
} from './template.dto.js';
import * as edits from './template-edits.js';
import { ownTemplateResource, templateResource } from './template.resource.js';
import { shippedTemplates } from './templates.data.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1')
@Access('submissions.edit')
export class TemplatesApi {
  constructor(private readonly templates: TemplatesService) {}

  /** What documents of a mechanism are begun from: its own templates, then those of the product. */
  @Get('mechanisms/:mechanismId/document-templates')
  async listTemplates(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const own = (await this.templates.own(actor, mechanismId)).map(ownTemplateResource);
    return { items: [...own, ...shippedTemplates.map(templateResource)], nextCursor: null };
  }

  /** An own template made of another. */
  @Post('mechanisms/:mechanismId/document-templates')
  async copyTemplate(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() { basedOn }: TemplateCopyInput,
  ) {
    return ownTemplateResource(await this.templates.copy(actor, mechanismId, basedOn));
  }

  @Get('document-templates/:id')
  async showTemplate(@CurrentActor() actor: Actor, @PathId() id: string) {
    return ownTemplateResource(await this.templates.findToEdit(actor, id));
  }

  /** All of it but the sections. */
  @Put('document-templates/:id')
  setTemplate(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: TemplateSettingsInput) {
    return this.edited(actor, id, input.version, edits.settings(input));
  }

  @Delete('document-templates/:id')
  @HttpCode(204)
  async removeTemplate(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.templates.remove(actor, id);
  }

  @Post('document-templates/:id/sections')
  addSection(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: TemplateSectionInput) {
    return this.edited(actor, id, input.version, edits.addSection(input));
  }

  @Put('document-templates/:id/sections/:key')
  setSection(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() input: TemplateSectionInput,
  ) {
    return this.edited(actor, id, input.version, edits.changeSection(key, input));
  }

  /** One place up or down. */
  @Post('document-templates/:id/sections/:key/step')
  @HttpCode(200)
  stepSection(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() { version, direction }: TemplateStepInput,
  ) {
    return this.edited(actor, id, version, edits.stepSection(key, direction));
  }

  @Post('document-templates/:id/sections/:key/removal')
  @HttpCode(200)
  removeSection(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() { version }: TemplateVersionInput,
  ) {
    return this.edited(actor, id, version, edits.removeSection(key));
  }

  /** Has one thing more compiled into a section. */
  @Post('document-templates/:id/sections/:key/contents')
  addContent(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() { version, kind }: TemplateContentInput,
  ) {
    return this.edited(actor, id, version, edits.addContent(key, kind));
  }

  /** What of it is compiled; `index` counts from 0. */
  @Put('document-templates/:id/sections/:key/contents/:index')
  narrowContent(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Param('index', ParseIntPipe) index: number,
    @Body() input: ContentScopeInput,
  ) {
    return this.edited(actor, id, input.version, edits.narrowContent(key, index, input));
  }

  @Post('document-templates/:id/sections/:key/contents/:index/removal')
  @HttpCode(200)
  removeContent(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Param('index', ParseIntPipe) index: number,
    @Body() { version }: TemplateVersionInput,
  ) {
    return this.edited(actor, id, version, edits.removeContent(key, index));
  }

  private edited(actor: Actor, id: string, version: number, edit: edits.Edit) {
    return asResource(this.templates.edit(actor, id, version, edit), ownTemplateResource);
  }
}
