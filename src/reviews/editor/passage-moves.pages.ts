import { Body, Controller, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { type Notice, redirect, type Undo } from '../../platform/web/page.js';
import { Asks, FINAL, OffersUndo } from '../../platform/web/presses/asks.js';
import type { Passage } from '../passages/passage.entity.js';
import {
  PassageMergeInput,
  PassageMoveInput,
  PassageSplitInput,
  PassageVersionInput,
} from './passage.dto.js';
import { PassageNewsService } from './passage-news.service.js';
import { PassageQueryService } from './passage-query.service.js';
import { PassagesService } from './passages.service.js';

/** The buttons of a passage. */
@Controller('submissions/:id/passages/:passageId')
@Access('submissions.edit')
export class PassageMovesPages {
  constructor(
    private readonly passages: PassagesService,
    private readonly news: PassageNewsService,
    private readonly query: PassageQueryService,
  ) {}

  @Post('place')
  @OffersUndo()
  async move(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version, section, after } = readInput(PassageMoveInput, body);
    const { passage: was, before } = await this.query.one(actor, id, passageId);
    const moved = await this.passages.move(actor, id, { passageId, version }, { section, after });
    const fields = { version: moved.version, section: was.sectionKey, after: before?.id ?? '' };
    return to(moved, 'notice.passageMoved', { action: addressOf(moved, 'place'), fields });
  }

  @Post('left-out')
  @OffersUndo()
  async leaveOut(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(PassageVersionInput, body);
    const left = await this.passages.leaveOut(actor, id, { passageId, version });
    return to(left, 'notice.passageLeftOut', {
      action: addressOf(left, 'taken-in'),
      fields: versionOf(left),
    });
  }

  @Post('taken-in')
  @OffersUndo()
  async takeIn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(PassageVersionInput, body);
    const taken = await this.passages.takeIn(actor, id, { passageId, version });
    return to(taken, 'notice.passageTakenIn', {
      action: addressOf(taken, 'left-out'),
      fields: versionOf(taken),
    });
  }

  @Post('split')
  async split(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const input = readInput(PassageSplitInput, body);
    return to(await this.passages.split(actor, id, { passageId, ...input }), 'notice.passageSplit');
  }

  @Post('merge')
  async merge(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const input = readInput(PassageMergeInput, body);
    return to(await this.passages.merge(actor, id, { passageId, ...input }), 'notice.passagesMerged');
  }

  /** The edited words are gone then. */
  @Post('taking')
  @Asks<PassageMovesPages>('editor.news.take', async (pages, { actor, params }) => ({
    name: (await pages.query.one(actor, params.id!, params.passageId!)).submission.title,
    consequences: [{ key: 'press.takeCompiled' }, FINAL],
    back: `/submissions/${params.id}/passages/${params.passageId}`,
  }))
  async take(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(PassageVersionInput, body);
    return to(await this.news.take(actor, id, { passageId, version }), 'notice.passageTaken');
  }

  @Post('keeping')
  async keep(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(PassageVersionInput, body);
    return to(await this.news.keep(actor, id, { passageId, version }), 'notice.passageKept');
  }

  @Post('settlement')
  @Asks<PassageMovesPages>('editor.news.settle', async (pages, { actor, params }) => ({
    name: (await pages.query.one(actor, params.id!, params.passageId!)).submission.title,
    consequences: [{ key: 'press.settlePassage' }],
    back: `/submissions/${params.id}/passages/${params.passageId}`,
  }))
  async settle(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(PassageVersionInput, body);
    return to(await this.news.settle(actor, id, { passageId, version }), 'notice.passageSettled');
  }

  @Post('removal')
  @Asks<PassageMovesPages>('editor.removePassage', async (pages, { actor, params }) => ({
    name: (await pages.query.one(actor, params.id!, params.passageId!)).submission.title,
    consequences: [{ key: 'press.removePassage' }, FINAL],
    back: `/submissions/${params.id}/passages/${params.passageId}`,
  }))
  async remove(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
  ) {
    const { version } = readInput(PassageVersionInput, body);
    const { section } = await this.query.one(actor, id, passageId);
    await this.passages.remove(actor, id, { passageId, version });
    return redirect(`/submissions/${id}/sections/${section.key}`, 'notice.passageRemoved');
  }
}

const versionOf = ({ version }: Passage) => ({ version });
const addressOf = ({ submissionId, id }: Passage, verb: string) =>
  `/submissions/${submissionId}/passages/${id}/${verb}`;

const to = ({ submissionId, sectionKey, id }: Passage, notice: Notice['key'], undo?: Undo) =>
  redirect(`/submissions/${submissionId}/sections/${sectionKey}#passage-${id}`, notice, undo);
