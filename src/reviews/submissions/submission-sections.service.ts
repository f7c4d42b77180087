import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { insertAll } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { parseMarkup } from '../../platform/documents/markup/parse-markup.js';
import { writeMarkup } from '../../platform/documents/markup/write-markup.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
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
   * it stands, when somebody changed them since, and for a text that is not a draft.
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
      await this.replace(manager, submission, key, text);
      await this.history.record(actor, changeOf(submission, 'edit', {}, { section: key }));
    });
  }

  /** By section, the own words it begins with, in the light markup. */
  async texts(
    submissionId: string,
    manager: EntityManager = this.unitOfWork.read,
  ): Promise<Map<string, string>> {
    const leading = await this.leading(manager, submissionId);
    if (leading.length === 0) return new Map();
    const rows = await manager.findBy(PassageWords, { passageId: In(leading.map((one) => one.id)) });
    const texts = new Map<string, string>();
    for (const { id, sectionKey } of leading) {
      const { edited } = rows.find((row) => row.passageId === id && row.edited) ?? { edited: null };
      const text = writeMarkup((edited ?? []) as Parameters<typeof writeMarkup>[0]);
      texts.set(sectionKey, [texts.get(sectionKey), text].filter(Boolean).join('\n\n'));
    }
    return texts;
  }

  private async replace(
    manager: EntityManager,
    { id: submissionId, language, form }: Submission,
    sectionKey: string,
    text: string | null,
  ): Promise<void> {
    const before = (await this.leading(manager, submissionId)).filter((one) => one.sectionKey === sectionKey);
    await manager.delete(Passage, { id: In(before.map(({ id }) => id)) });
    const blocks = parseMarkup(text ?? '').map((block) =>
      block.type === 'paragraph' && block.style === undefined ? { ...block, numbered: form.numbered } : block,
    );
    const passages = blocks.map((block, index) => ({
      ...{
        id: uuid(),
        submissionId,
        sectionKey,
        position: index - blocks.length,
        key: null,
        state: 'own' as const,
      },
      ...{ moved: false, gone: false, sources: [], compiledSources: [], takenSeal: null, compiledSeal: null },
      block,
    }));
    await insertAll(
      manager,
      Passage,
      passages.map(({ block: _, ...row }) => row),
    );
    await insertAll(
      manager,
      PassageWords,
      passages.map(({ id: passageId, block }) => ({
        ...{ passageId, language, compiled: null, edited: [block], translates: null, editedBy: null },
        ...{ editedAt: this.clock.now(), ...measureOf([block]) },
      })),
    );
    const rows = await manager.find(Passage, {
      select: { id: true, position: true },
      where: { submissionId, sectionKey },
      order: { position: 'ASC', id: 'ASC' },
    });
    // From 0 on again.
    const offset = blocks.length > 0 ? -(rows[0]?.position ?? 0) : 0;
    if (offset > 0) await manager.increment(Passage, { submissionId, sectionKey }, 'position', offset);
  }

  /** Own passages that stand before anything else of their section, in order. */
  private async leading(manager: EntityManager, submissionId: string): Promise<Passage[]> {
    const own = await manager.find(Passage, {
      where: { submissionId, state: 'own' },
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
