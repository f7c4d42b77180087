import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { SectionInput } from './submission.dto.js';
import { SubmissionQueryService } from './submission-query.service.js';
import { SubmissionSectionsService } from './submission-sections.service.js';
import { SectionPage } from './views/section-form.js';

/** One section of a submission, for the secretariat that edits it. */
@Controller()
@Access('submissions.edit')
export class SubmissionSectionsPages {
  constructor(
    private readonly sections: SubmissionSectionsService,
    private readonly query: SubmissionQueryService,
  ) {}

  @Get('submissions/:id/sections/:key')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Param('key') key: string) {
    const { section } = await this.section(actor, id, key);
    const text = (await this.sections.texts(id)).get(key) ?? null;
    return page(await this.form(actor, id, key, emptyForm({ text, version: section.version })));
  }

  @Post('submissions/:id/sections/:key')
  @Takes(SectionInput)
  edit(@CurrentActor() actor: Actor, @PathId() id: string, @Param('key') key: string, @Body() body: unknown) {
    return submitForm({
      input: SectionInput,
      body,
      act: async (input) => {
        await this.sections.edit(actor, id, key, input);
        return redirect(`/submissions/${id}/text/${key}`, 'notice.saved');
      },
      show: (state) => this.form(actor, id, key, state),
    });
  }

  private async form(actor: Actor, id: string, key: string, state: FormState) {
    const { submission, section } = await this.section(actor, id, key);
    return <SectionPage submission={submission} section={section} state={state} />;
  }

  private async section(actor: Actor, id: string, key: string) {
    const { submission } = await this.query.find(actor, id);
    const section = submission.sections?.find((one) => one.key === key);
    if (!section || !can(actor, 'submissions.edit', submission.mechanismId))
      throw new NotFoundError('section');
    return { submission, section };
  }
}
