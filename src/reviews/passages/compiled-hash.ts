import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Passage } from './passage.entity.js';

/**
 * SHA-256 of what is compiled of a document, by the seals of its words; section by section, since all of them at once
 * are more than is held.
 */
export async function compiledHash(
  manager: EntityManager,
  submissionId: string,
  sections: readonly { key: string }[],
  heads: object,
): Promise<string> {
  const hash = createHash('sha256').update(`[${JSON.stringify(heads)},[`);
  let comma = '';
  for (const sectionKey of sections.map(({ key }) => key).sort()) {
    const passages = await manager
      .createQueryBuilder(Passage, 'passage')
      .select('passage.key', 'key')
      .addSelect('passage.compiledSeal', 'seal')
      .where('passage.submissionId = :submissionId', { submissionId })
      .andWhere('passage.sectionKey = :sectionKey', { sectionKey })
      .orderBy('passage.position', 'ASC')
      .getRawMany<{ key: string | null; seal: string | null }>();
    for (const { key, seal } of passages) {
      hash.update(`${comma}${JSON.stringify([sectionKey, key, seal])}`);
      comma = ',';
    }
  }
  return hash.update(']]').digest('hex');
}
