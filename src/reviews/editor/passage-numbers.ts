import type { EntityManager } from 'typeorm';
import type { Block } from '../../platform/documents/document.js';
import { Passage, PassageWords } from '../passages/passage.entity.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { PassagePlace } from './rules/numbers.js';
import { numberedIn } from './words/passage-words.js';

/** The passages of these sections in order. Of their words it reads the original's, and those only where they count. */
export async function placesIn(
  manager: EntityManager,
  { id, language, form }: Pick<Submission, 'id' | 'language' | 'form'>,
  sectionKeys: readonly string[],
): Promise<PassagePlace[]> {
  const query = manager
    .createQueryBuilder(Passage, 'passage')
    .select('passage.id', 'id')
    .addSelect('passage.sectionKey', 'sectionKey')
    .addSelect('passage.state', 'state')
    .where('passage.submissionId = :id AND passage.sectionKey IN (:...sectionKeys)', { id, sectionKeys })
    .orderBy('passage.position', 'ASC')
    .addOrderBy('passage.id', 'ASC');
  if (form.numbered)
    query
      .leftJoin(PassageWords, 'said', 'said.passageId = passage.id AND said.language = :language', {
        language,
      })
      .addSelect('COALESCE(said.edited, said.compiled)', 'blocks');
  const rows = await query.getRawMany<Omit<PassagePlace, 'numbered'> & { blocks?: string | null }>();
  const places = rows.map(({ blocks, ...place }) => ({
    ...place,
    numbered: blocks ? numberedIn(JSON.parse(blocks) as Block[]) : 0,
  }));
  return sectionKeys.flatMap((key) => places.filter(({ sectionKey }) => sectionKey === key));
}
