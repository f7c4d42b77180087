import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { parseMarkup } from '../../platform/documents/markup/parse-markup.js';
import { writeMarkup } from '../../platform/documents/markup/write-markup.js';
import { ConflictError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { PassageComment } from '../editor/comments/passage-comment.entity.js';
import { measureOf } from '../passages/measure.js';
import { Passage, PassageWords } from '../passages/passage.entity.js';
import { changeOf, findToEdit } from './submission.access.js';
import type { SectionInput } from './submission.dto.js';
import { Submission, SubmissionSection } from './submission.entity.js';

/** The words with which a secretariat begins a section, before all that is compiled: as one text. */
@Injectable()
export class SubmissionSectionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /**
   * Replaces the own words with which a section begins; null takes them away. Throws ConflictError, with the section as
   * it stands, when somebody changed them since, or works on them passage by passage (edited, translated or commented on
   * them there); and for a text that is not a draft.
   */
  async edit(actor: Actor, id: string, key: string, { text, version }: SectionInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, id);
      const section = submission.sections.find((one) => one.key === key);
      if (!section) throw new NotFoundError('section');
      // Locks the row: it cannot be circulated between this look and the end of the transaction.
      const drafting = { state: 'drafting' } as const;
      const settled = { reason: 'error.submissionNotDrafting' };
      await change(manager, Submission, { id, ...drafting }, drafting, settled);
      const current = async () => ({
        ...(await manager.findOneByOrFail(SubmissionSection, { id: section.id })),
        text: (await this.texts(id, manager)).get(key) ?? null,
        language: submission.language,
      });
      await change(manager, SubmissionSection, { id: section.id, version }, { key }, { current });
      await this.replace(manager, submission, key, text, current);
      await this.history.record(actor, changeOf(submission, 'edit', {}, { section: key }));
    });
  }

  /** By section, the own words it begins with, in the light markup. Those that come from sources are not among them. */
  async texts(
    submissionId: string,
    manager: EntityManager = this.unitOfWork.read,
  ): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const { sectionKey, sources, words } of await this.leading(manager, submissionId)) {
      if (sources.length > 0) continue;
      const { edited } = words.find((row) => row.edited) ?? { edited: null };
      const text = writeMarkup((edited ?? []) as Parameters<typeof writeMarkup>[0]);
      texts.set(sectionKey, [texts.get(sectionKey), text].filter(Boolean).join('\n\n'));
    }
    return texts;
  }

  /** One passage holds all of it: who has it open meanwhile is told that it changed. */
  private async replace(
    manager: EntityManager,
    { id: submissionId, language, form }: Submission,
    sectionKey: string,
    text: string | null,
    current: () => Promise<unknown>,
  ): Promise<void> {
    const before = (await this.leading(manager, submissionId)).filter((one) => one.sectionKey === sectionKey);
    const comments = await this.commented(manager, before);
    if (!before.every((one) => isPlain(one) && !comments.has(one.id)))
      throw new ConflictError('error.sectionInPassages', await current());
    const blocks = parseMarkup(text ?? '').map((block) =>
      block.type === 'paragraph' && block.style === undefined ? { ...block, numbered: form.numbered } : block,
    );
    const [first, ...others] = before;
    const removed = blocks.length > 0 ? others : before;
    if (removed.length > 0) await manager.delete(Passage, { id: In(removed.map(({ id }) => id)) });
    if (blocks.length === 0) return;
    const said = { edited: blocks, editedAt: this.clock.now(), ...measureOf(blocks) };
    if (first) {
      await change(manager, Passage, { id: first.id, version: first.version }, { sectionKey });
      await manager.update(PassageWords, { passageId: first.id, language }, said);
      return;
    }
    const id = uuid();
    await manager.increment(Passage, { submissionId, sectionKey }, 'position', 1);
    await manager.insert(Passage, {
      ...{ id, submissionId, sectionKey, position: 0, key: null, state: 'own' as const, moved: false },
      ...{ gone: false, sources: [], compiledSources: [], takenSeal: null, compiledSeal: null, version: 1 },
    });
    const row = { passageId: id, language, compiled: null, translates: null, editedBy: null };
    await manager.insert(PassageWords, { ...row, ...said });
  }

  private async commented(manager: EntityManager, passages: readonly Passage[]): Promise<Set<string>> {
    if (passages.length === 0) return new Set();
    const where = { passageId: In(passages.map(({ id }) => id)) };
    const comments = await manager.find(PassageComment, { select: { id: true, passageId: true }, where });
    return new Set(comments.map(({ passageId }) => passageId));
  }

  /** Own passages that stand before anything else of their section, in order, with their words. */
  private async leading(manager: EntityManager, submissionId: string): Promise<Passage[]> {
    const own = await manager.find(Passage, {
      where: { submissionId, state: 'own' },
      relations: { words: true },
      order: { position: 'ASC', id: 'ASC' },
    });
    if (own.length === 0) return [];
    const first = await manager
      .createQueryBuilder(Passage, 'passage')
      .select('passage.sectionKey', 'sectionKey')
      .addSelect('MIN(passage.position)', 'position')
      .where('passage.submissionId = :submissionId', { submissionId })
      .andWhere(`passage.state <> 'own'`)
      .groupBy('passage.sectionKey')
      .getRawMany<{ sectionKey: string; position: number }>();
    const before = new Map(first.map(({ sectionKey, position }) => [sectionKey, position]));
    return own.filter(({ sectionKey, position }) => position < (before.get(sectionKey) ?? Infinity));
  }
}

/** As it was written here: nobody edited, moved or translated it, and it comes from nothing. */
const isPlain = ({ moved, sources, words }: Passage): boolean =>
  !moved && sources.length === 0 && words.length === 1 && words[0]!.editedBy === null;
