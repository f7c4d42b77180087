import type { EntityManager } from 'typeorm';
import { shippedTemplate } from './templates.data.js';
import type { DocumentTemplate } from './template.js';

/** A template that a mechanism may begin a document from; null when there is none of that key. */
export function findTemplate(
  _manager: EntityManager,
  _mechanismId: string,
  key: string,
): Promise<DocumentTemplate | null> {
  return Promise.resolve(shippedTemplate(key) ?? null);
}
