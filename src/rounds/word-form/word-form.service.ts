import { Injectable } from '@nestjs/common';
import { plainWords } from '../../platform/documents/markup/plain-words.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import {
  AddresseeAnswersService,
  type QuestionAnswerWithPrevious,
} from '../answers/addressee-answers.service.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { addresseeName, questionTitle } from '../round/round.view.js';
import { inThread, ThreadLimitError } from '../../platform/threads/in-thread.js';
import type { FilledForm, Leftover } from './filled-form.js';
import type { parseWordForm } from './parse-word-form.js';
import { DAY, type PrintedForm, printedForm } from './printed.js';
import type { FormWords } from './form-words.js';

/** A file as it was sent. */
export interface UploadedForm {
  name: string;
  bytes: Buffer;
}

/** The questions of one addressee as a Word form, and the way back. */
@Injectable()
export class WordFormService {
  constructor(private readonly addresseeAnswers: AddresseeAnswersService) {}

  /** The form in a language, with last time's words beside each question and what is written so far in its box. */
  async write(actor: Actor, addressee: RoundAddressee, language: string): Promise<Buffer> {
    const lines = await this.addresseeAnswers.sheet(actor, addressee);
    const { wordForm } = await import('./word-form.js');
    const shown = lines.filter(({ withheld }) => !withheld);
    return wordForm(formWords(addressee, shown, language));
  }

  /**
   * All that was written into a file: what became of each question's box, and every text that is in none. Nothing is
   * kept. A box of a question that cannot be written to is left over too, unless it holds what was said there. Throws
   * InvalidError on `file` when there is none, it is no form of this addressee, or nothing was written into it.
   */
  async read(
    addressee: RoundAddressee,
    lines: readonly QuestionAnswerWithPrevious[],
    file: UploadedForm | null,
  ): Promise<FilledForm> {
    if (!file) throw InvalidError.field('file', 'error.fileMissing');
    const until = LANGUAGES.map((language) => translator(language)('answering.until', { day: DAY }));
    const forms = LANGUAGES.map((language) => formWords(addressee, lines, language));
    const read = await parsed(file, printedForm(forms, until));
    const closed = lines.flatMap(({ answer, entry, withheld }, index): Leftover[] => {
      const text = read.boxes[answer.id]!.text;
      if (isOpen({ answer, entry, withheld }) || !text || isSame(text, entry?.content.narrative ?? ''))
        return [];
      return [{ text, place: 'closed', question: index + 1, likely: null }];
    });
    const boxes = Object.fromEntries(
      lines.filter(isOpen).map(({ answer: { id } }) => [id, read.boxes[id]!] as const),
    );
    const leftovers = [...closed, ...read.leftovers].map((leftover) =>
      leftover.likely && !(leftover.likely in boxes) ? { ...leftover, likely: null } : leftover,
    );
    if (leftovers.length === 0 && !Object.values(boxes).some(({ status }) => status === 'read'))
      throw InvalidError.field('file', 'error.answering.fileEmpty');
    return { ...read, boxes, leftovers };
  }
}

/** Whether two texts say the same, however their lists and tables are written. */
const isSame = (one: string, other: string) => plainWords(one).trim() === plainWords(other).trim();

/** Whether words can be written to a question. */
const isOpen = ({
  answer,
  entry,
  withheld,
}: Pick<QuestionAnswerWithPrevious, 'answer' | 'entry' | 'withheld'>) =>
  !answer.declinedAt && !withheld && (!entry || isEditable(entry.state));

/** What a form says, in a language. */
function formWords(
  addressee: RoundAddressee,
  lines: readonly QuestionAnswerWithPrevious[],
  language: string,
): FormWords {
  const { round } = addressee;
  const t = translator(language);
  return {
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
        last: plainWords(last?.content.narrative ?? '') || null,
        now: entry?.content.narrative ?? null,
      };
    }),
  };
}

const PARSER = new URL('./parse-word-form.js', import.meta.url);
const LIMITS = { milliseconds: 20_000, megabytes: 512 };

/** In a thread: whoever holds a link may send a file that was made to take long. */
async function parsed({ bytes, name }: UploadedForm, printed: PrintedForm): Promise<FilledForm> {
  try {
    return await inThread<typeof parseWordForm>(PARSER, 'parseWordForm', [bytes, name, printed], LIMITS);
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error;
    throw InvalidError.field('file', 'error.answering.noWord');
  }
}
