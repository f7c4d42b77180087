import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../platform/errors.js';
import { readInput } from '../../platform/http/read-input.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { AddresseeAnswersService } from '../answers/addressee-answers.service.js';
import { AnswerFormRenderer, type FormAccess } from '../answers/answer-form-renderer.js';
import { handedInNotice } from '../round/round.view.js';
import { TranscriptConfirmation, TranscriptRefusal } from './transcript.dto.js';
import { TranscriptDecisions } from './transcript-decisions.service.js';

/** What was typed for a delegation, in the form of its answers: to be corrected, confirmed or refused. */
@Injectable()
export class TranscriptFormRenderer {
  constructor(
    private readonly forms: AnswerFormRenderer,
    private readonly decisions: TranscriptDecisions,
    private readonly addresseeAnswers: AddresseeAnswersService,
  ) {}

  /** Where none waits any more, the answers: a colleague may have confirmed it since the mail, or its secretariat taken it back. */
  async show(access: FormAccess) {
    try {
      return page(await this.form(access));
    } catch (error) {
      if (error instanceof NotFoundError) return redirect(access.base);
      throw error;
    }
  }

  async confirm(access: FormAccess, body: unknown) {
    const { actor, addressee, base } = access;
    return submitForm({
      input: TranscriptConfirmation,
      body,
      act: async ({ version, ...input }) => {
        const kept = await this.decisions.confirm(actor, addressee, version, input);
        return redirect(base, handedInNotice(kept));
      },
      show: (state) => this.form(access, state),
    });
  }

  async refuse({ actor, addressee, base }: FormAccess, body: unknown) {
    await this.decisions.refuse(actor, addressee, readInput(TranscriptRefusal, body));
    return redirect(base, 'notice.transcriptRefused');
  }

  /** What stands in the fields is what was typed; the delegation's own drafts are beside it. */
  private async form(access: FormAccess, state?: FormState) {
    const transcript = await this.decisions.find(access.actor, access.addressee);
    const lines = await this.addresseeAnswers.sheet(access.actor, access.addressee);
    const { answers } = transcript;
    return this.forms.sheet(access, lines, state ?? emptyForm({ answers }), { transcript });
  }
}
