import type { Entry } from './entry.entity.js';

/** What is kept of a save by an open form: its key, and the version that it made. */
export const savedBy = (formKey: string, version: number) => `${formKey} ${version}`;

/** The key of the open form that made the entry's current version; null when it was made in another way. */
export function formOf(entry: Pick<Entry, 'savedBy' | 'version'>): string | null {
  const [key, version] = entry.savedBy?.split(' ') ?? [];
  return key !== undefined && version === String(entry.version) ? key : null;
}
