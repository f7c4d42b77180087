import type { GuardedKind } from './deeds.data.js';

/**
 * Whether a deed of a kind is kept back from the subject with this id, an expression in SQL: what `DeedKeeper.keptBack`
 * answers, as a part of the query that reads the subjects. For the delegation's own people only.
 */
export const keptBackIn = (kind: GuardedKind, id: string): string =>
  // On one line: TypeORM finds the names of properties only before a space.
  `CASE WHEN EXISTS (SELECT 1 FROM "clearance" "kept" WHERE "kept"."kind" = '${kind}' AND "kept"."state" = 'waiting' AND "kept"."subjectId" = ${id} ) THEN 1 ELSE 0 END`;
