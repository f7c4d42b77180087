import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { XLSX } from '../../platform/documents/workbook.js';
import { docxOf } from '../../platform/documents/write-file.js';
import type { Actor } from '../../platform/http/actor.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { answersDocument, type AnswersFile } from './answers-document.js';
import type { Order } from './orders.js';
import { answersSheet } from './answers-sheet.js';
import { DeskService } from './desk.service.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The answers of a call as files, in the reader's language: what its secretariat received, as far as it reads it. */
@Injectable()
export class AnswerFiles {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly desk: DeskService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFoundError or ForbiddenError for who does not manage the call. */
  async word(actor: Actor, id: string, by: Order) {
    const document = answersDocument(await this.file(actor, id), by);
    return { name: `answers-by-${by}.docx`, mediaType: WORD, body: await docxOf(document) };
  }

  /** Throws as `word` does. */
  async excel(actor: Actor, id: string) {
    return { name: 'answers.xlsx', mediaType: XLSX, body: await answersSheet(await this.file(actor, id)) };
  }

  private async file(actor: Actor, id: string): Promise<AnswersFile> {
    const round = await this.rounds.findToManage(actor, id);
    const [mechanism, answers] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.desk.answers(actor, id),
    ]);
    return { round, mechanism, answers, language: actor.language, now: this.clock.now() };
  }
}
