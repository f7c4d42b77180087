import type { Deed } from '../gate/deed.js';
import type { Clearance } from './clearance.entity.js';

/** What a clearance is about. */
export const deedOf = ({ kind, subjectId, part, mechanismId, subject, payload }: Clearance): Deed => ({
  kind,
  subjectId,
  part,
  mechanismIds: [mechanismId],
  state: subject,
  payload,
});

/** Its page. */
export const pathOf = ({ id, kind }: Pick<Clearance, 'id' | 'kind'>): string =>
  kind === 'entry' ? `/progress/${id}/clearance` : `/clearances/${id}`;
