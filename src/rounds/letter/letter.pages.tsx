import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { proposedLetter } from '../round/invitation-words.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { LetterChange, PreviewQuery } from './letter.dto.js';
import { LetterService } from './letter.service.js';
import { LetterPage } from './views/letter.js';
import { PreviewPage } from './views/preview.js';

/** The covering letter of a call, and how it and the form look before they go out. */
@Controller('rounds/:id')
@Access('rounds.manage')
export class LetterPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly letters: LetterService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('letter')
  async form(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.draw(actor, id, null));
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
      show: (state) => this.draw(actor, id, state),
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
    return page(<PreviewPage {...{ mechanism, round, languages, preview }} />);
  }

  /** `state` null: what is written, or else the standard words to begin from. */
  private async draw(actor: Actor, id: string, state: FormState | null) {
    const round = await this.rounds.findToManage(actor, id);
    roundWorkflow.move(round.state, 'edit');
    const [mechanism, languages] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.letters.languages(actor, round),
    ]);
    const original = round.title.original;
    const proposal = (part: 'subject' | 'letter') => ({
      original: (languages as string[]).includes(original) ? original : languages[0],
      texts: Object.fromEntries(
        languages.map((one) => [one, proposedLetter(round, mechanism.shortName, one)[part]]),
      ),
    });
    const { subject, letter, version } = round;
    const written = emptyForm({
      subject: subject ?? proposal('subject'),
      letter: letter ?? proposal('letter'),
      version,
    });
    return <LetterPage {...{ mechanism, round, languages }} state={state ?? written} />;
  }
}
