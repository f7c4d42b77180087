import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Passage, PassageWords } from '../passages/passage.entity.js';
import { loadPassages } from '../passages/passage-store.js';
import type { PassageSource } from '../passages/passage.js';
import { findToEdit } from '../submissions/submission.access.js';
import type { Submission, SubmissionSection } from '../submissions/submission.entity.js';
import { PassageComment } from './comments/passage-comment.entity.js';
import { languagesOf } from './draft.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import type { Measured, OnePassage, PassageView, SectionView } from './passage.view.js';
import { newsOf } from './rules/news.js';
import { numbersOf } from './rules/numbers.js';
import { blocksIn, numberedIn } from './words/passage-words.js';
import { standingOf } from './words/translation.js';

/** How many passages a page shows. */
export const AT_ONCE = 30;

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
    const rows = await this.rows({ submissionId: id, sectionKey: key });
    const inText = rows.filter(({ state }) => state !== 'left-out');
    const pages = Math.max(1, Math.ceil(inText.length / AT_ONCE));
    const at = Math.min(Math.max(1, page), pages);
    const first = await this.firstNumbers(submission, sections, key, rows, masked);
    const some = inText.slice((at - 1) * AT_ONCE, at * AT_ONCE);
    const leftOut = rows.filter(({ state }) => state === 'left-out');
    const views = await this.views(submission, [...some, ...leftOut], masked, first);
    return {
      ...{ submission, section, sections, page: at, pages },
      shown: views.slice(0, some.length),
      leftOut: views.slice(some.length),
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
    const rows = await this.rows({ submissionId: id, sectionKey: found.sectionKey });
    const first = await this.firstNumbers(submission, sections, found.sectionKey, rows, masked);
    const [view] = await this.views(
      submission,
      rows.filter((row) => row.id === passageId),
      masked,
      first,
    );
    const inText = rows.filter((row) => row.state !== 'left-out' || row.id === passageId);
    const at = inText.findIndex((row) => row.id === passageId);
    return {
      ...view!,
      ...{ submission, section, sections },
      before: inText[at - 1] ?? null,
      next: inText[at + 1] ?? null,
      twoBefore: inText[at - 2] ?? null,
    };
  }

  /** All of a document, section by section, as findings look at it. */
  async all(submission: Submission): Promise<PassageView[]> {
    const masked = await this.masked.of(submission);
    const rows = await loadPassages(this.unitOfWork.read, submission.id);
    const { sections } = inSections(submission);
    const ordered = sections.flatMap(({ key }) => rows.filter((row) => row.sectionKey === key));
    return this.views(submission, ordered, masked, numbersOf(ordered, submission.language, masked, 1));
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

  private rows(where: { submissionId: string; sectionKey?: string }): Promise<Passage[]> {
    return this.unitOfWork.read.find(Passage, {
      where,
      relations: { words: true },
      order: { position: 'ASC', id: 'ASC' },
    });
  }

  /** The number each passage of a section begins with: those of the sections before count. */
  private async firstNumbers(
    { id, language, form }: Submission,
    sections: readonly SubmissionSection[],
    key: string,
    rows: readonly Passage[],
    masked: ReadonlyMap<string, unknown>,
  ): Promise<Map<string, number>> {
    if (!form.numbered) return new Map();
    const earlier = sections
      .slice(
        0,
        sections.findIndex((one) => one.key === key),
      )
      .map((one) => one.key);
    const before = earlier.length
      ? await this.unitOfWork.read.find(Passage, {
          where: { submissionId: id, sectionKey: In(earlier), words: { language } },
          relations: { words: true },
        })
      : [];
    const count = before
      .filter((row) => row.state !== 'left-out' && !masked.has(row.id))
      .reduce((sum, row) => sum + numberedIn(blocksIn(row, language, language) ?? []), 0);
    return numbersOf(rows, language, masked, count + 1);
  }

  private async views(
    submission: Submission,
    rows: readonly Passage[],
    masked: ReadonlyMap<string, readonly PassageSource[]>,
    first: ReadonlyMap<string, number>,
  ): Promise<PassageView[]> {
    const unsettled = await this.unsettled(submission.id);
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
