import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { FieldErrors } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Panels } from '../../platform/web/panels.js';
import { untranslated } from '../addressees/before-opening.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { AnswerQueryService } from './answer-query.service.js';
import { TranscriptsService } from '../transcripts/transcripts.service.js';
import type { Round, RoundAddressee, RoundQuestion } from '../round/round.entity.js';
import { questionAssignments } from '../round/round-lifecycle.service.js';
import { RoundQueryService, type SeenRound } from '../round/round-query.service.js';
import { CallProgressService } from '../desk/call-progress.service.js';
import { DeskService } from '../desk/desk.service.js';
import { COLUMNS } from '../desk/views/matrix.js';
import type { OwnPart } from '../round/views/delegation.js';
import { ManageRoundPage } from '../round/views/manage.js';
import { RoundPage } from '../round/views/round.js';

/** Draws one round: for its secretariat, for a delegation, for the mechanism's other people. */
@Injectable()
export class RoundPageRenderer {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly addressees: AddresseesService,
    private readonly answers: AnswerQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly panels: Panels,
    private readonly transcripts: TranscriptsService,
    private readonly desk: DeskService,
    private readonly progress: CallProgressService,
  ) {}

  /** `errors`: why it could not be opened; `from`: number of the first question in the matrix. */
  async draw(
    actor: Actor,
    seen: SeenRound,
    { errors, from = 1 }: { errors?: FieldErrors; from?: number } = {},
  ) {
    const { round } = seen;
    const [mechanism, questions, own, panels] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.rounds.questions(round.id),
      this.own(actor, seen),
      this.panels.render('round', actor, round.id),
    ]);
    if (!can(actor, 'rounds.manage', round.mechanismId))
      return <RoundPage {...{ round, mechanism, questions, own, panels }} />;
    const addressees = await this.addressees.list(actor, round.id);
    const unasked = round.state === 'draft' ? unaskedOf(questions, addressees) : new Set<string>();
    const desk =
      round.state === 'draft' ? null : await this.deskOf(actor, round, addressees, questions, from);
    const warnings =
      round.state === 'draft' ? await this.warningsOf(actor, round, addressees, questions) : null;
    const shown = { round, mechanism, questions, own, addressees, unasked, desk, warnings, panels, errors };
    return <ManageRoundPage {...shown} />;
  }

  /** What somebody should know before a draft is opened. */
  private async warningsOf(
    actor: Actor,
    round: Round,
    addressees: RoundAddressee[],
    questions: RoundQuestion[],
  ) {
    const { silent, languages } = await this.addressees.readers(actor, round, addressees);
    return { silent, untranslated: untranslated(round, questions, languages) };
  }

  private async deskOf(
    actor: Actor,
    round: Round,
    addressees: RoundAddressee[],
    questions: RoundQuestion[],
    first: number,
  ) {
    const from = first <= questions.length ? first : 1;
    const shown = questions.slice(from - 1, from - 1 + COLUMNS);
    const [rows, progress, waiting] = await Promise.all([
      this.desk.matrix(actor, round, addressees, shown),
      this.progress.of([round.id]),
      this.progress.waiting(round),
    ]);
    return { matrix: { from, rows }, progress: progress.get(round.id)!, waiting };
  }

  /** What the actor's own delegations are asked; a secretariat may speak for somebody too. */
  private own(actor: Actor, { round, own }: SeenRound): Promise<OwnPart[]> {
    return Promise.all(
      own.map(async (addressee) => ({
        addressee,
        lines: await this.answers.lines(actor, addressee.id, round.mechanismId),
        waits: await this.transcripts.waiting(addressee.id),
      })),
    );
  }
}

/** Questions of a draft that nobody would be put; none while nobody is chosen, when all would be. */
function unaskedOf(questions: RoundQuestion[], addressees: RoundAddressee[]): Set<string> {
  if (addressees.length === 0) return new Set();
  const asked = new Set(questionAssignments(questions, addressees).map(({ question }) => question.id));
  return new Set(questions.map(({ id }) => id).filter((id) => !asked.has(id)));
}
