import { Injectable } from '@nestjs/common';
import { v4 as uuid } from 'uuid';
import { updateAll } from '../../platform/database/in-slices.js';
import { NotFoundError } from '../../platform/errors.js';
import { Passage } from '../passages/passage.entity.js';
import type { Draft } from './draft.js';
import type { PassagePlaceInput } from './passage.dto.js';
import { placed } from './rules/order.js';

/** Where passages stand in their sections. To be called within the transaction of a verb. */
@Injectable()
export class PassagePlacesService {
  /** Throws NotFoundError for a section or a passage that the document does not have. */
  async place(
    { manager, submission }: Draft,
    id: string,
    { section, after }: PassagePlaceInput,
  ): Promise<void> {
    if (!submission.sections.some(({ key }) => key === section)) throw new NotFoundError('section');
    const rows = await manager.find(Passage, {
      select: { id: true, position: true },
      where: { submissionId: submission.id, sectionKey: section },
    });
    if (after !== null && !rows.some((row) => row.id === after)) throw new NotFoundError('passage');
    await updateAll(manager, Passage, placed(rows, id, after));
  }

  /** A new passage of the secretariat's own, without words; after another one, or first. */
  async insert(
    draft: Draft,
    { sectionKey, sources }: Pick<Passage, 'sectionKey' | 'sources'>,
    after: string | null,
  ): Promise<Passage> {
    // Drawn at random and not from the clock: it stands in Word files.
    const row = {
      id: uuid(),
      submissionId: draft.submission.id,
      sectionKey,
      position: 0,
      key: null,
      state: 'own' as const,
      moved: false,
      gone: false,
      sources,
      compiledSources: [],
      takenSeal: null,
      compiledSeal: null,
      version: 1,
    };
    await draft.manager.insert(Passage, row);
    await this.place(draft, row.id, { section: sectionKey, after });
    return draft.passage(row.id);
  }
}
