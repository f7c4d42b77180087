import { Controller, Post } from '@nestjs/common';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { redirect } from '../../../platform/web/page.js';
import { Asks, mails } from '../../../platform/web/presses/asks.js';
import { SubmissionsService } from '../submissions.service.js';
import { ASK_AGAIN_DAYS } from './release-asking.js';
import { ReleaseAskingService } from './release-asking.service.js';

/** Asking delegations whether a submission may use what was accepted of them. */
@Controller('submissions/:id/release-requests')
@Access('submissions.edit')
export class ReleaseAskingPages {
  constructor(
    private readonly asking: ReleaseAskingService,
    private readonly submissions: SubmissionsService,
  ) {}

  @Post()
  @Asks<ReleaseAskingPages>('uses.ask', async (pages, { actor, params: { id } }) => {
    const { toAsk, people } = await pages.asking.look(actor, id!);
    // Somebody else was faster: the verb says so.
    if (people.length === 0) return null;
    const { title } = await pages.submissions.findToEdit(actor, id!);
    return {
      name: title,
      consequences: [
        { key: 'press.askRelease.delegations', values: { count: toAsk } },
        ...mails(people),
        { key: 'press.askRelease.text' },
        { key: 'press.askRelease.again', values: { count: ASK_AGAIN_DAYS } },
      ],
      back: `/submissions/${id}`,
    };
  })
  async ask(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.asking.ask(actor, id);
    return redirect(`/submissions/${id}`, 'notice.releaseAsked');
  }
}
