import type { SubjectDescription } from './reminder-subject.js';

export const subjectResource = ({ kind, id, code, title, mechanismId }: SubjectDescription) => ({
  kind,
  id,
  code,
  title,
  mechanismId,
});
