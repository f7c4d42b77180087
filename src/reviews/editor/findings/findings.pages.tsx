import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { NotFoundError } from '../../../platform/errors.js';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { Takes } from '../../../platform/http/requests/body-limit.js';
import { fragment, page, redirect } from '../../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../../platform/web/submit-form.js';
import { FindingReasonInput } from '../passage.dto.js';
import { FindingAsidePage } from '../views/finding-aside-page.js';
import { FindingsCount } from '../views/findings-link.js';
import { FindingsPage } from '../views/findings-page.js';
import { FindingsAsideService } from './findings-aside.service.js';
import { FindingsService } from './findings.service.js';

/** What is to be looked at before a document goes out, each with the way to it. */
@Controller('submissions/:id/findings')
@Access('submissions.edit')
export class FindingsPages {
  constructor(
    private readonly findings: FindingsService,
    private readonly asides: FindingsAsideService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<FindingsPage {...await this.findings.of(actor, id)} />);
  }

  /** How many, for a page that has more to do than to count them. */
  @Get('count')
  async count(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { findings } = await this.findings.of(actor, id);
    return fragment(<FindingsCount id={id} count={findings.length} />);
  }

  /** Why one of them is left as it is. */
  @Get(':seal/aside')
  async aside(@CurrentActor() actor: Actor, @PathId() id: string, @Param('seal') seal: string) {
    const { submission, finding } = await this.asides.find(actor, id, seal);
    if (!finding) throw new NotFoundError('finding');
    return page(<FindingAsidePage {...{ submission, finding }} state={emptyForm()} />);
  }

  @Post(':seal/aside')
  @Takes(FindingReasonInput)
  setAside(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('seal') seal: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: FindingReasonInput,
      body,
      act: async ({ reason }) => {
        await this.asides.setAside(actor, id, seal, reason);
        return redirect(`/submissions/${id}/findings`, 'notice.findingSetAside');
      },
      show: async (state: FormState) => {
        const { submission, finding } = await this.asides.find(actor, id, seal);
        return <FindingAsidePage {...{ submission, finding, state }} />;
      },
    });
  }

  @Post(':seal/back')
  async putBack(@CurrentActor() actor: Actor, @PathId() id: string, @Param('seal') seal: string) {
    await this.asides.putBack(actor, id, seal);
    return redirect(`/submissions/${id}/findings`, 'notice.findingPutBack');
  }
}
