import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { LetterChange, PreviewQuery } from './letter.dto.js';
import { LetterFiles } from './letter-files.service.js';
import { LetterRenderer } from './letter-renderer.js';
import { LetterService } from './letter.service.js';
import { PreviewPage } from './views/preview.js';

/** The covering letter of a call, and how it and the form look before they go out. */
@Controller('rounds/:id')
@Access('rounds.manage')
export class LetterPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly letters: LetterService,
    private readonly mechanisms: MechanismsService,
    private readonly letter: LetterRenderer,
    private readonly files: LetterFiles,
  ) {}

  @Get('letter')
  async form(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.letter.draw(actor, id, null));
  }

  @Post('letter')
  @Takes(LetterChange)
  write(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: LetterChange,
      body,
      act: async (input) => {
        await this.letters.write(actor, id, input);
        return redirect(`/rounds/${id}/preview`, 'notice.saved');
      },
      show: (state) => this.letter.draw(actor, id, state),
    });
  }

  @Get('preview')
  async preview(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { language }: PreviewQuery) {
    const round = await this.rounds.findToManage(actor, id);
    const [mechanism, languages] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.letters.languages(actor, round),
    ]);
    const preview = await this.letters.preview(actor, round, language ?? languages[0] ?? actor.language);
    const files = await this.files.for(round, preview.language);
    return page(<PreviewPage {...{ mechanism, round, languages, preview, files }} />);
  }
}
