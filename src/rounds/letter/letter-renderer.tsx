import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { emptyForm, type FormState } from '../../platform/web/submit-form.js';
import { proposedLetter } from '../round/invitation-words.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { LetterFiles } from './letter-files.service.js';
import { LetterService } from './letter.service.js';
import { LetterPage, type RefusedFile } from './views/letter.js';

/** The page on which a covering letter is written and its files are chosen. */
@Injectable()
export class LetterRenderer {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly letters: LetterService,
    private readonly mechanisms: MechanismsService,
    private readonly files: LetterFiles,
  ) {}

  /** `state` null: what is written, or else the standard words to begin from. */
  async draw(actor: Actor, id: string, state: FormState | null, refused?: RefusedFile) {
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
        languages.map((one) => [one, proposedLetter(round, shortNameIn(mechanism, one), one)[part]]),
      ),
    });
    const { subject, letter, version } = round;
    const written = emptyForm({
      subject: subject ?? proposal('subject'),
      letter: letter ?? proposal('letter'),
      version,
    });
    const files = await this.files.of(id);
    return <LetterPage {...{ mechanism, round, languages, files, refused }} state={state ?? written} />;
  }
}
