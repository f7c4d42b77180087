import type { Evidence } from '../entries/entry.entity.js';

export function evidenceResource({ id, title, url, mediaType, bytes, sha256 }: Evidence) {
  return { id, title, url, file: url ? null : `/evidence/${id}`, mediaType, bytes, sha256 };
}
