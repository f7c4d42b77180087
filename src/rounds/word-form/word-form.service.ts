import { Injectable } from '@nestjs/common';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import {
  AddresseeAnswersService,
  type QuestionAnswerWithPrevious,
} from '../answers/addressee-answers.service.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { addresseeName, questionTitle } from '../round/round.view.js';
import { inThread, ThreadLimitError } from '../../platform/threads/in-thread.js';
import type { parseWordForm } from './parse-word-form.js';

/** The questions of one addressee as a Word form, and the way back. */
@Injectable()
export class WordFormService {
  constructor(private readonly addresseeAnswers: AddresseeAnswersService) {}

  /** The form in a language, with last time's words beside each question and what is written so far in its box. */
  async write(actor: Actor, addressee: RoundAddressee, language: string): Promise<Buffer> {
    const { round } = addressee;
    const t = translator(language);
    const lines = await this.addresseeAnswers.sheet(actor, addressee);
    const { wordForm } = await import('./word-form.js');
    return wordForm({
      language,
      title: rendition(round.title, language).text,
      who: addresseeName(addressee, language),
      reason: round.reason && rendition(round.reason, language).text,
      until: t('answering.until', { day: formatDay(round.dueDay, language) }),
      how: [t('answering.file.how'), t('answering.file.keep'), t('round.voluntary')],
      lastLabel: t('answering.file.last'),
      boxLabel: t('answering.file.box'),
      questions: lines.map(({ answer, question, last, entry }) => {
        const { code, text } = questionTitle(question, language);
        const about = question.objective === null ? code : `${t('round.objective', { number: code })}:`;
        return {
          answerId: answer.id,
          title: `${about} ${text}`.trim(),
          hint: question.hint && rendition(question.hint, language).text,
          last: last?.content.narrative ?? null,
          now: entry?.content.narrative ?? null,
        };
      }),
    });
  }

  /**
   * What was written into the boxes of a file, by id of the answer; of questions that can still be written to. Nothing
   * is kept. Throws InvalidError on `file` when there is none, it is no form of this addressee, or has empty boxes only.
   */
  async read(
    lines: readonly QuestionAnswerWithPrevious[],
    file: Buffer | null,
  ): Promise<Record<string, { narrative: string }>> {
    if (!file) throw InvalidError.field('file', 'error.fileMissing');
    const ids = lines.map(({ answer }) => answer.id);
    const read = await parsed(file, ids);
    const answers = lines
      .filter(({ answer, entry }) => !answer.declinedAt && (!entry || isEditable(entry.state)))
      .flatMap(({ answer }) => {
        const narrative = read.get(answer.id);
        return narrative ? [[answer.id, { narrative }] as const] : [];
      });
    if (answers.length === 0) throw InvalidError.field('file', 'error.answering.fileEmpty');
    return Object.fromEntries(answers);
  }
}

const PARSER = new URL('./parse-word-form.js', import.meta.url);
const LIMITS = { milliseconds: 20_000, megabytes: 512 };

/** In a thread: whoever holds a link may send a file that was made to take long. */
async function parsed(file: Buffer, ids: string[]): Promise<Map<string, string>> {
  try {
    return await inThread<typeof parseWordForm>(PARSER, 'parseWordForm', [file, ids], LIMITS);
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error;
    throw InvalidError.field('file', 'error.answering.noWord');
  }
}
