import type { EntityManager } from 'typeorm';
import { isId } from '../../platform/http/path-id.js';
import { asTemplate, OwnTemplate } from './own-template.entity.js';
import type { DocumentTemplate } from './template.js';
import { shippedTemplate } from './templates.data.js';

/** A template that a mechanism may begin a document from, its own or one of the product; null when there is none of that key. */
export async function findTemplate(
  manager: EntityManager,
  mechanismId: string,
  key: string,
): Promise<DocumentTemplate | null> {
  const shipped = shippedTemplate(key);
  if (shipped || !isId(key)) return shipped ?? null;
  const own = await manager.findOneBy(OwnTemplate, { id: key, mechanismId });
  return own && asTemplate(own);
}
