import { Body, Controller, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { redirect } from '../../platform/web/page.js';
import { recipientsOf } from '../../platform/mail/recipients.js';
import { Asks, FINAL, mails } from '../../platform/web/presses/asks.js';
import { CirculationService } from '../circulation/circulation.service.js';
import { FindingsService } from '../editor/findings/findings.service.js';
import { CirculationInput, SubmissionMoveInput } from './submission.dto.js';
import { SubmissionsService } from './submissions.service.js';
import type { SubmissionMove } from './submission.workflow.js';

/** The buttons that move a submission on, or back. */
@Controller()
@Access('submissions.edit')
export class SubmissionMovesPages {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly circulation: CirculationService,
    private readonly findings: FindingsService,
  ) {}

  @Post('submissions/:id/circulation')
  @Asks<SubmissionMovesPages>('submissionMove.circulate', async (pages, { actor, params: { id } }) => {
    const people = await pages.circulation.shownTo(actor, id!);
    const { findings } = await pages.findings.of(actor, id!);
    return {
      name: (await pages.submissions.findToEdit(actor, id!)).title,
      consequences: [
        ...(findings.length > 0
          ? [{ key: 'press.findings' as const, values: { count: findings.length } }]
          : []),
        { key: 'press.circulate', values: { count: people.length } },
        ...mails(recipientsOf(people, actor)),
        { key: 'press.circulate.back' },
      ],
      back: `/submissions/${id}`,
    };
  })
  async circulate(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { version, answerBy } = readInput(CirculationInput, body);
    await this.submissions.circulate(actor, id, version, answerBy);
    return redirect(`/submissions/${id}`, 'notice.submissionMove.circulate');
  }

  @Post('submissions/:id/clearance')
  clear(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.move(actor, id, 'clear', body);
  }

  @Post('submissions/:id/freeze')
  @Asks<SubmissionMovesPages>('submissionMove.freeze', async (pages, { actor, params: { id } }) => ({
    name: (await pages.submissions.findToEdit(actor, id!)).title,
    consequences: [{ key: 'press.freeze' }, { key: 'press.freeze.next' }, FINAL],
    back: `/submissions/${id}`,
  }))
  freeze(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.move(actor, id, 'freeze', body);
  }

  @Post('submissions/:id/recall')
  recall(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.move(actor, id, 'recall', body);
  }

  @Post('submissions/:id/revision')
  revise(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.move(actor, id, 'revise', body);
  }

  private async move(actor: Actor, id: string, move: Exclude<SubmissionMove, 'circulate'>, body: unknown) {
    await this.submissions[move](actor, id, readInput(SubmissionMoveInput, body).version);
    return redirect(`/submissions/${id}`, `notice.submissionMove.${move}`);
  }
}
