import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { asTemplate, type OwnTemplate } from './own-template.entity.js';
import { TemplateCopyInput, TemplateSettingsInput } from './template.dto.js';
import { settings } from './template-edits.js';
import { settingsValues } from './template-values.js';
import { shippedTemplate } from './templates.data.js';
import { TemplatesService } from './templates.service.js';
import { TemplatePage } from './views/template.js';
import { TemplateSettingsPage } from './views/template-settings.js';
import { TemplatesPage } from './views/templates.js';

@Controller()
@Access('submissions.edit')
export class TemplatesPages {
  constructor(
    private readonly templates: TemplatesService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/templates')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const own = await this.templates.own(actor, mechanismId);
    const mechanism = await this.mechanisms.find(mechanismId);
    return page(<TemplatesPage mechanism={mechanism} own={own} />);
  }

  @Post('mechanisms/:mechanismId/templates')
  async copy(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    const { basedOn } = readInput(TemplateCopyInput, body);
    const { id } = await this.templates.copy(actor, mechanismId, basedOn);
    return redirect(`/document-templates/${id}`, 'notice.templateCopied');
  }

  /** One that came with the product. */
  @Get('mechanisms/:mechanismId/templates/:key')
  async showShipped(@Param('mechanismId') mechanismId: string, @Param('key') key: string) {
    const template = shippedTemplate(key);
    if (!template) throw new NotFoundError('template');
    const mechanism = await this.mechanisms.find(mechanismId);
    return page(<TemplatePage mechanism={mechanism} template={template} own={null} />);
  }

  @Get('document-templates/:id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const own = await this.templates.findToEdit(actor, id);
    const mechanism = await this.mechanisms.find(own.mechanismId);
    const used = await this.templates.documentsOf(actor, id);
    return page(<TemplatePage mechanism={mechanism} template={asTemplate(own)} own={own} used={used} />);
  }

  @Get('document-templates/:id/settings')
  async settingsForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const own = await this.templates.findToEdit(actor, id);
    return page(await this.form(own, emptyForm(settingsValues(own))));
  }

  @Post('document-templates/:id')
  @Takes(TemplateSettingsInput)
  async set(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const own = await this.templates.findToEdit(actor, id);
    return submitForm({
      input: TemplateSettingsInput,
      body,
      act: async (input) => {
        await this.templates.edit(actor, id, input.version, settings(input));
        return redirect(`/document-templates/${id}`, 'notice.saved');
      },
      show: (state) => this.form(own, state),
    });
  }

  @Post('document-templates/:id/removal')
  @Asks<TemplatesPages>('template.remove', async (pages, { actor, params: { id } }) => {
    const { definition } = await pages.templates.findToEdit(actor, id!);
    return {
      name: definition.name.en,
      consequences: [{ key: 'press.gone' }, FINAL],
      back: `/document-templates/${id}`,
    };
  })
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const mechanismId = await this.templates.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/templates`, 'notice.templateRemoved');
  }

  private async form(own: OwnTemplate, state: FormState) {
    const mechanism = await this.mechanisms.find(own.mechanismId);
    return <TemplateSettingsPage mechanism={mechanism} own={own} state={state} />;
  }
}
