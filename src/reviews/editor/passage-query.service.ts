import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { inSlices, slicesOf } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Passage, PassageWords } from '../passages/passage.entity.js';
import type { PassageSource } from '../passages/passage.js';
import { withWords } from '../passages/passage-store.js';
import { findToEdit } from '../submissions/submission.access.js';
import type { Submission, SubmissionSection } from '../submissions/submission.entity.js';
import { PassageComment } from './comments/passage-comment.entity.js';
import { languagesOf } from './draft.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import type { Measured, OnePassage, PassageView, SectionView } from './passage.view.js';
import { placesIn } from './passage-numbers.js';
import { newsOf } from './rules/news.js';
import { firstNumbers, type PassagePlace } from './rules/numbers.js';
import { standingOf } from './words/translation.js';

/** How many passages a page shows. */
export const AT_ONCE = 30;
/** How many are looked at before others get their turn: some twenty milliseconds. */
const AT_A_TIME = 200;

/** Passages of documents for those who edit them. */
@Injectable()
export class PassageQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly masked: MaskedPassages,
  ) {}

  /** Throws NotFoundError or ForbiddenError. */
  async section(actor: Actor, id: string, key: string, page = 1): Promise<SectionView> {
    const submission = await findToEdit(this.unitOfWork.read, actor, id);
    const { sections, section } = inSections(submission, key);
    const masked = await this.masked.of(submission);
    const places = await this.placesUpTo(submission, sections, key);
    const first = numbersOf(submission, places, masked);
    const here = places.filter(({ sectionKey }) => sectionKey === key);
    const inText = here.filter(({ state }) => state !== 'left-out');
    const pages = Math.max(1, Math.ceil(inText.length / AT_ONCE));
    const at = Math.min(Math.max(1, page), pages);
    const some = inText.slice((at - 1) * AT_ONCE, at * AT_ONCE);
    const leftOut = here.filter(({ state }) => state === 'left-out');
    const rows = await this.rows([...some, ...leftOut]);
    const unsettled = await this.unsettled(id);
    const views = viewsOf(submission, rows, { masked, first, unsettled });
    return {
      ...{ submission, section, sections, page: at, pages },
      shown: views.filter(({ passage }) => passage.state !== 'left-out'),
      leftOut: views.filter(({ passage }) => passage.state === 'left-out'),
      measure: await this.measure(submission, key),
    };
  }

  /** The document, with its sections, for somebody who means to change it. Throws NotFoundError or ForbiddenError. */
  document(actor: Actor, id: string): Promise<Submission> {
    return findToEdit(this.unitOfWork.read, actor, id);
  }

  async one(actor: Actor, id: string, passageId: string): Promise<OnePassage> {
    const submission = await findToEdit(this.unitOfWork.read, actor, id);
    const found = await this.unitOfWork.read.findOneBy(Passage, { id: passageId, submissionId: id });
    if (!found) throw new NotFoundError('passage');
    const { sections, section } = inSections(submission, found.sectionKey);
    const masked = await this.masked.of(submission);
    const places = await this.placesUpTo(submission, sections, found.sectionKey);
    const first = numbersOf(submission, places, masked);
    const inText = places.filter(
      ({ id: one, state, sectionKey }) =>
        sectionKey === found.sectionKey && (state !== 'left-out' || one === passageId),
    );
    const at = inText.findIndex((one) => one.id === passageId);
    const rows = await this.rows(inText.slice(Math.max(0, at - 2), at + 2));
    const its = rows.findIndex((row) => row.id === passageId);
    if (its < 0) throw new NotFoundError('passage');
    const unsettled = await this.unsettled(id);
    const [view] = viewsOf(submission, [rows[its]!], { masked, first, unsettled });
    return {
      ...view!,
      ...{ submission, section, sections },
      before: rows[its - 1] ?? null,
      next: rows[its + 1] ?? null,
      twoBefore: rows[its - 2] ?? null,
    };
  }

  /** All of a document, some passages at a time in its order; in between others get their turn. */
  async *slices(submission: Submission): AsyncGenerator<PassageView[]> {
    const masked = await this.masked.of(submission);
    const { sections } = inSections(submission);
    const places = await this.placesUpTo(submission, sections);
    const first = numbersOf(submission, places, masked);
    const unsettled = await this.unsettled(submission.id);
    for (const some of slicesOf(places, AT_A_TIME)) {
      yield viewsOf(submission, await this.rows(some), { masked, first, unsettled });
      await setImmediate();
    }
  }

  /** Words and characters of a section and of the whole, from what was counted when they were stored. */
  async measure(
    submission: Pick<Submission, 'id' | 'language'>,
    key: string,
  ): Promise<SectionView['measure']> {
    const counted = await this.measures(submission);
    const none = { words: 0, characters: 0 };
    const whole = [...counted.values()].reduce(plus, none);
    return { section: counted.get(key) ?? none, whole };
  }

  async measures({ id, language }: Pick<Submission, 'id' | 'language'>): Promise<Map<string, Measured>> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(PassageWords, 'words')
      .innerJoin('words.passage', 'passage')
      .where('passage.submissionId = :id AND words.language = :language', { id, language })
      .andWhere(`passage.state <> 'left-out'`)
      .groupBy('passage.sectionKey')
      .select('passage.sectionKey', 'key')
      .addSelect('SUM(words.words)', 'words')
      .addSelect('SUM(words.characters)', 'characters')
      .getRawMany<{ key: string; words: string; characters: string }>();
    return new Map(
      rows.map(({ key, words, characters }) => [
        key,
        { words: Number(words), characters: Number(characters) },
      ]),
    );
  }

  /** With their words, in the order of their places. */
  private async rows(places: readonly { id: string }[]): Promise<Passage[]> {
    const { read } = this.unitOfWork;
    const found = await inSlices(
      places.map(({ id }) => id),
      async (ids) => withWords(read, await read.findBy(Passage, { id: In(ids) })),
    );
    const byId = new Map(found.map((row) => [row.id, row]));
    return places.flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** The passages of a section, or of all; where paragraphs are numbered, after those of the sections before, which count. */
  private placesUpTo(
    submission: Submission,
    sections: readonly SubmissionSection[],
    key?: string,
  ): Promise<PassagePlace[]> {
    const keys = sections.map((one) => one.key);
    const before = submission.form.numbered ? keys.slice(0, keys.indexOf(key ?? '')) : [];
    return placesIn(this.unitOfWork.read, submission, key === undefined ? keys : [...before, key]);
  }

  private async unsettled(submissionId: string): Promise<Map<string, number>> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(PassageComment, 'comment')
      .where('comment.submissionId = :submissionId AND comment.settledAt IS NULL', { submissionId })
      .groupBy('comment.passageId')
      .select('comment.passageId', 'id')
      .addSelect('COUNT(*)', 'count')
      .getRawMany<{ id: string; count: string }>();
    return new Map(rows.map(({ id, count }) => [id, Number(count)]));
  }
}

interface Known {
  masked: ReadonlyMap<string, readonly PassageSource[]>;
  first: ReadonlyMap<string, number>;
  unsettled: ReadonlyMap<string, number>;
}

function viewsOf(
  submission: Submission,
  rows: readonly Passage[],
  { masked, first, unsettled }: Known,
): PassageView[] {
  const [original, ...translations] = languagesOf(submission);
  return rows.map((passage) => ({
    passage,
    news: newsOf(passage, masked.has(passage.id)),
    withdrawn: masked.get(passage.id) ?? [],
    number: first.get(passage.id) ?? null,
    standings: new Map(translations.map((one) => [one, standingOf(passage, original!, one)])),
    unsettled: unsettled.get(passage.id) ?? 0,
  }));
}

const numbersOf = (
  { form }: Submission,
  places: readonly PassagePlace[],
  masked: { has(id: string): boolean },
): ReadonlyMap<string, number> => (form.numbered ? firstNumbers(places, masked) : new Map());

const plus = (one: Measured, other: Measured): Measured => ({
  words: one.words + other.words,
  characters: one.characters + other.characters,
});

function inSections(submission: Submission, key?: string) {
  const sections = [...submission.sections].sort((a, b) => a.position - b.position);
  const section = key === undefined ? sections[0] : sections.find((one) => one.key === key);
  if (!section) throw new NotFoundError('section');
  return { sections, section };
}
