import { Body, Controller, Post } from '@nestjs/common';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { readInput } from '../../../platform/http/read-input.js';
import { redirect } from '../../../platform/web/page.js';
import { PassageCommentInput, SettledInput } from '../passage.dto.js';
import { PassageCommentsService } from './comments.service.js';

/** What a secretariat says of a passage while it writes. */
@Controller('submissions/:id/passages/:passageId/comments')
@Access('submissions.edit')
export class PassageCommentsPages {
  constructor(private readonly comments: PassageCommentsService) {}

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { text } = readInput(PassageCommentInput, body);
    const { id: added } = await this.comments.add(actor, id, passageId, text);
    return redirect(`/submissions/${id}/passages/${passageId}#comment-${added}`, 'notice.saved');
  }

  @Post(':commentId')
  async settle(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @PathId('commentId') commentId: string,
    @Body() body: unknown,
  ) {
    const { settled } = readInput(SettledInput, body);
    await this.comments.settle(actor, id, commentId, settled);
    return redirect(`/submissions/${id}/passages/${passageId}#comment-${commentId}`, 'notice.saved');
  }
}
