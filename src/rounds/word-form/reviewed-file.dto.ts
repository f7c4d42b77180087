import { ApiExtraModels } from '@nestjs/swagger';
import { isRecord } from '../../platform/http/field.js';
import { LongText, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { Nested, RecordOf } from '../../platform/http/list-fields.js';
import { readInput, Rule } from '../../platform/http/read-input.js';
import { BOX_STATUSES, type BoxStatus, type FilledForm, type Place, PLACES } from './filled-form.js';

/** Put nowhere, by whoever read it. */
export const DROPPED = 'drop';

/** A text that was in no box, and where it belongs: the id of an answer, or `drop`. */
export class PlacedText {
  @LongText(20_000, { optional: true }) text!: string | null;
  @OneOf(PLACES) place!: Place;
  @Whole(1, 10_000, { optional: true }) question!: number | null;
  @Text(36, { optional: true }) to!: string | null;
}

/** What was read from a file, as the page sends it on: nothing of it is kept until every text has its place. */
@Rule<ReviewedFile>(({ leftovers }, wrong) => {
  for (const [number, { text, to }] of Object.entries(leftovers))
    if (text && !to) wrong(`leftovers.${number}.to`, 'error.answering.leftover');
})
export class ReviewedFile {
  @RecordOf(OneOf(BOX_STATUSES), (id) => id.length <= 36, { default: {} })
  boxes!: Record<string, BoxStatus>;
  @RecordOf(Nested(() => PlacedText), (number) => /^\d{1,4}$/.test(number), { default: {} })
  leftovers!: Record<string, PlacedText>;
}

/** The part of the form that only a file brings. */
@ApiExtraModels(PlacedText)
export class FileOfAnswers {
  @Nested(() => ReviewedFile, { optional: true }) file!: ReviewedFile | null;
}

/** A file as the form's values under `file`. */
export interface FileReview {
  boxes: Record<string, BoxStatus>;
  leftovers: Record<
    string,
    Pick<PlacedText, 'place' | 'to'> & { text: string; question: number | string | null }
  >;
}

/** A text that certainly belongs to a question has that one chosen. */
export const reviewOf = ({ boxes, leftovers }: FilledForm): FileReview => ({
  boxes: Object.fromEntries(Object.entries(boxes).map(([id, { status }]) => [id, status])),
  leftovers: Object.fromEntries(
    leftovers.map(({ likely, ...leftover }, index) => [String(index), { ...leftover, to: likely }]),
  ),
});

/** The file in a form's values as somebody sent them: what is none is left out. */
export function reviewIn({ file }: Record<string, unknown>): FileReview | null {
  if (!isRecord(file)) return null;
  const { boxes, leftovers } = file;
  const isBox = ([, status]: [string, unknown]) => BOX_STATUSES.some((known) => known === status);
  const isText = ([, one]: [string, unknown]) =>
    isRecord(one) && typeof one.text === 'string' && PLACES.some((known) => known === one.place);
  const those = (values: unknown, is: (entry: [string, unknown]) => boolean) =>
    Object.fromEntries(Object.entries(isRecord(values) ? values : {}).filter(is));
  return { boxes: those(boxes, isBox), leftovers: those(leftovers, isText) } as unknown as FileReview;
}

/**
 * The values of a form with each left-over text added to the answer it was put to. Throws InvalidError on the texts
 * that nobody put anywhere.
 */
export function withPlacedTexts(values: Record<string, unknown>): Record<string, unknown> {
  const { file } = readInput(FileOfAnswers, values);
  if (!file) return values;
  const answers = { ...(values.answers as Record<string, Record<string, unknown>> | undefined) };
  for (const { text, to } of Object.values(file.leftovers)) {
    if (!text || !to || to === DROPPED) continue;
    const narrative = [answers[to]?.narrative, text].filter(Boolean).join('\n\n');
    answers[to] = { ...answers[to], narrative };
  }
  return { ...values, answers };
}
