import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../../mechanisms/readers/readers.service.js';
import { Clock } from '../../platform/clock.js';
import { ConflictError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { unflatten } from '../../platform/http/unflatten.js';
import { readInput } from '../../platform/http/read-input.js';
import { submitAutosave } from '../../platform/web/autosave.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { AnswerOffersService, NO_OFFERS } from './answer-offers.service.js';
import { AddresseeAnswersService, type QuestionAnswerWithPrevious } from './addressee-answers.service.js';
import { AnswersInput } from './answers.dto.js';
import { answersOf, type FileNotices } from '../word-form/filled-form.js';
import { reviewOf, withPlacedTexts } from '../word-form/reviewed-file.dto.js';
import { type UploadedForm, WordFormService } from '../word-form/word-form.service.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { handedInNotice } from '../round/round.view.js';
import { AnswerSheetPage } from './views/answer-sheet.js';
import { isQuickAnswer, QuickAnswerInput } from './quick-answers.js';
import { QuickAnswersService } from './quick-answers.service.js';
import { QuickAnswerPage } from './views/quick-answer.js';
import type { Transcript } from '../transcripts/transcript.entity.js';
import { TranscriptsService } from '../transcripts/transcripts.service.js';
import { HandedInPage } from './views/handed-in.js';
import { AutosaveStatus } from './views/autosave-status.js';
import { WordPage } from '../word-form/views/answer-word.js';
import { LetterFiles } from '../letter/letter-files.service.js';
import { merged, valuesOf, Words } from './answer-form-values.js';

/** How somebody came to a delegation's questions, and as whom they act. */
export interface FormAccess {
  actor: Actor;
  addressee: RoundAddressee;
  /** Address of the form. */
  base: string;
  /** Address of the delegation's links; empty where none may be given. */
  links: string;
  /** Whether they are signed in, and do not only hold a link. */
  signedIn: boolean;
  /** Id of the link they hold. */
  link?: string;
}

/** The pages of the form, the same with an account and through a link. */
@Injectable()
export class AnswerFormRenderer {
  constructor(
    private readonly addresseeAnswers: AddresseeAnswersService,
    private readonly word: WordFormService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
    private readonly clock: Clock,
    private readonly offers: AnswerOffersService,
    private readonly quickAnswers: QuickAnswersService,
    private readonly transcripts: TranscriptsService,
    private readonly letterFiles: LetterFiles,
  ) {}

  async show(access: FormAccess) {
    return page(await this.sheet(access, await this.addresseeAnswers.sheet(access.actor, access.addressee)));
  }

  /** What was handed in, to be read. */
  async showHandedIn({ actor, addressee }: FormAccess) {
    const lines = await this.addresseeAnswers.sheet(actor, addressee);
    const mechanism = await this.mechanisms.find(addressee.round.mechanismId);
    const waits = await this.waiting(actor, addressee);
    const decides = !actor.link?.passedOn;
    return page(
      <HandedInPage
        {...{ addressee, lines, waits, decides }}
        mechanismName={shortNameIn(mechanism, actor.language)}
      />,
    );
  }

  /** Saves what is written, then does what the button says. */
  async act(access: FormAccess, body: Record<string, unknown>) {
    const { actor, addressee, base } = access;
    const values = unflatten(body);
    const [intent, answerId] = (typeof body.intent === 'string' ? body.intent : 'keep').split(':');
    try {
      const input = readInput(AnswersInput, withPlacedTexts(values));
      if (intent === 'hand-in') {
        return redirect(base, handedInNotice(await this.addresseeAnswers.handIn(actor, addressee, input)));
      }
      await this.addresseeAnswers.saveDraft(actor, addressee, input);
      if (intent === 'same') await this.addresseeAnswers.carryOver(actor, addressee, answerId);
      if (intent === 'decline') await this.addresseeAnswers.decline(actor, addressee, true, answerId);
      if (intent === 'reconsider') await this.addresseeAnswers.decline(actor, addressee, false, answerId);
      return redirect(answerId ? `${base}#q-${encodeURIComponent(answerId)}` : base, 'notice.draftSaved');
    } catch (error) {
      if (!(error instanceof InvalidError) && !(error instanceof ConflictError)) throw error;
      const conflict =
        error instanceof ConflictError ? { reason: error.reason, current: error.current } : undefined;
      const errors = error instanceof InvalidError ? error.fields : {};
      const lines = await this.addresseeAnswers.sheet(actor, addressee);
      return page(await this.sheet(access, lines, { values, errors, conflict }), error.status);
    }
  }

  /** Saves as one types; answers the foot of the form, never a page. */
  autosave({ actor, addressee }: FormAccess, body: Record<string, unknown>) {
    return submitAutosave({
      body,
      save: (values) => this.addresseeAnswers.saveDraft(actor, addressee, readInput(AnswersInput, values)),
      saved: async () => (
        <AutosaveStatus lines={await this.addresseeAnswers.sheet(actor, addressee)} at={this.clock.now()} />
      ),
      // The words stay in the form, with the version they were written over.
      unsaved: async (why, values) => {
        const state = { values, errors: {} };
        return (
          <AutosaveStatus
            lines={await this.addresseeAnswers.sheet(actor, addressee)}
            {...{ state }}
            problem={`entry.${why}`}
          />
        );
      },
    });
  }

  async sameForAll({ actor, addressee, base }: FormAccess) {
    await this.addresseeAnswers.carryOver(actor, addressee);
    return redirect(base, 'notice.draftSaved');
  }

  async decline({ actor, addressee, base }: FormAccess, declined: boolean) {
    await this.addresseeAnswers.decline(actor, addressee, declined);
    return redirect(base, declined ? 'notice.declined' : 'notice.reconsidered');
  }

  /** One button; `say` is the answer that is chosen already, if any. */
  async quickPage(access: FormAccess, say: unknown) {
    return page(await this.quick(access, emptyForm({ say: isQuickAnswer(say) ? say : undefined })));
  }

  async answerQuickly(access: FormAccess, body: unknown) {
    const { actor, addressee, base } = access;
    return submitForm({
      input: QuickAnswerInput,
      body,
      act: async ({ say }) => {
        const kept = await this.quickAnswers.say(actor, addressee, say);
        return redirect(base, say === 'decline' ? 'notice.declined' : handedInNotice(kept));
      },
      show: (state) => this.quick(access, state),
    });
  }

  private async quick({ actor, addressee, base }: FormAccess, state: FormState) {
    const can = await this.quickAnswers.possible(actor, addressee);
    const mechanism = await this.mechanisms.find(addressee.round.mechanismId);
    const waits = await this.waiting(actor, addressee);
    return (
      <QuickAnswerPage
        {...{ addressee, base, can, state, waits }}
        mechanismName={shortNameIn(mechanism, actor.language)}
      />
    );
  }

  /** What the secretariat typed for the delegation; nothing for who does not speak for it. */
  private async waiting({ link }: Actor, { id }: RoundAddressee): Promise<Transcript | null> {
    return link?.passedOn ? null : this.transcripts.waiting(id);
  }

  wordPage({ addressee, base }: FormAccess, errors: FormState['errors'] = {}, status = 200) {
    return page(<WordPage {...{ addressee, base }} state={{ values: {}, errors }} />, status);
  }

  /** Reads a filled-in file and shows it beside what is there; nothing is saved before somebody has checked it. */
  async readWord(access: FormAccess, upload: () => Promise<UploadedForm | null>) {
    const lines = await this.addresseeAnswers.sheet(access.actor, access.addressee);
    try {
      const read = await this.word.read(access.addressee, lines, await upload());
      const values = { answers: answersOf(read.boxes), file: reviewOf(read) };
      return page(await this.sheet(access, lines, emptyForm(values), { notices: read.notices }));
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      return this.wordPage(access, error.fields, error.status);
    }
  }

  /** The form, over what stands or over what `state` holds; `from` is where that came from. */
  async sheet(
    access: FormAccess,
    lines: QuestionAnswerWithPrevious[],
    state?: FormState,
    from: { notices?: FileNotices; transcript?: Transcript } = {},
  ) {
    const { actor, addressee, base, links, signedIn } = access;
    const offers =
      signedIn && !state?.values.file ? await this.offers.find(actor, addressee, lines) : NO_OFFERS;
    const mechanism = await this.mechanisms.find(addressee.round.mechanismId);
    const readers = signedIn ? await this.readers.in(actor, mechanism.id) : null;
    const waits = await this.waiting(actor, addressee);
    const files = await this.letterFiles.for(addressee.round, actor.language);
    const filesAt = signedIn ? `/rounds/${addressee.roundId}/letter/files` : `${base}/files`;
    const values = { ...valuesOf(lines), ...state?.values };
    if (state?.values.answers)
      values.answers = merged(valuesOf(lines).answers, state.values.answers as Words);
    return (
      <AnswerSheetPage
        {...{ addressee, lines, base, links, signedIn, offers, readers, waits, files, filesAt }}
        {...from}
        writesFor={actor.link?.passedOn ? actor.link.of : null}
        holder={access.link}
        mechanismName={shortNameIn(mechanism, actor.language)}
        state={{ errors: {}, ...state, values }}
      />
    );
  }
}
