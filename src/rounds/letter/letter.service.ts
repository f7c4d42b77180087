import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { type Addressed, invitationWords } from '../round/invitation-words.js';
import { Round, type RoundAddressee, type RoundQuestion } from '../round/round.entity.js';
import { questionAssignments } from '../round/round-lifecycle.service.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { addresseeName } from '../round/round.view.js';
import { roundWorkflow } from '../round/round.workflow.js';
import type { LetterChange } from './letter.dto.js';

/** A mail and a form as one of those asked gets them, before anything is sent. */
export interface Preview {
  language: string;
  /** Whose; null while nobody is chosen. */
  addressee: RoundAddressee | null;
  subject: string;
  paragraphs: string[];
  questions: RoundQuestion[];
}

/** The covering letter of a call. */
@Injectable()
export class LetterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly rounds: RoundQueryService,
    private readonly addressees: AddresseesService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** Writes the letter of a draft; without words the standard ones go out. Throws ConflictError when it is opened or stale. */
  async write(actor: Actor, id: string, { version, subject, letter }: LetterChange): Promise<Round> {
    return this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.findToManage(actor, id);
      roundWorkflow.move(round.state, 'edit');
      const current = () => this.rounds.findToManage(actor, id);
      const where = { id, state: 'draft' as const, version };
      const next = await change(manager, Round, where, { subject, letter }, { current });
      await this.history.record(actor, {
        action: 'round.letter',
        subjectKind: 'round',
        subjectId: id,
        scope: round.mechanismId,
        before: { mailSubject: round.subject, letter: round.letter },
        after: { mailSubject: subject, letter },
      });
      return Object.assign(round, next);
    });
  }

  /** The languages a letter is for: the one it was written in first, then those of the mechanism, and those that the people asked read. */
  async languages(actor: Actor, round: Round): Promise<Language[]> {
    const [{ languages }, asked] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.addressees.list(actor, round.id),
    ]);
    const { languages: read } = await this.addressees.readers(actor, round, asked);
    const wanted = new Set([round.title.original, ...languages, ...read]);
    return [...wanted].filter((one): one is Language => (LANGUAGES as readonly string[]).includes(one));
  }

  /** What the first of those asked gets, in a language. */
  async preview(actor: Actor, round: Round, language: string): Promise<Preview> {
    const [mechanism, [addressee = null], questions] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.addressees.list(actor, round.id),
      this.rounds.questions(round.id),
    ]);
    const put = addressee
      ? questionAssignments(questions, [addressee]).map(({ question }) => question)
      : questions;
    const to: Addressed = {
      mechanism: shortNameIn(mechanism, language),
      names: addressee ? addresseeName(addressee, language) : '…',
      count: put.length,
    };
    return { language, addressee, questions: put, ...invitationWords(round, to, language) };
  }
}
