/*
 * What waits for the secretariat of `:place` to accept or return it, as SQL: found by an index, however much was reported.
 * It says the same as `acceptanceIn`; a test holds the two together. What `:account` submitted for a secretariat is not in
 * it: that waits for a colleague.
 */

const FROM_OTHERS = `
  NOT ("entry"."reporterKind" = 'secretariat' AND EXISTS (
    SELECT 1 FROM "entry_version" "own" WHERE "own"."entryId" = "entry"."id"
      AND "own"."number" = "entry"."submittedVersion" AND "own"."submittedBy" = :account))`;

/** What is reported there. What the secretariat itself is writing anew is not to be answered meanwhile. */
const AT_HOME = `
  FROM "entry" WHERE "entry"."mechanismId" = :place AND "entry"."waitingSince" IS NOT NULL
    AND NOT ("entry"."reporterKind" = 'secretariat' AND "entry"."state" IN ('draft', 'returned')) AND ${FROM_OTHERS}`;

/** What is linked there: few, whose rows are looked at. */
const LINKED = `
  FROM "entry_disclosure" "there" JOIN "entry" ON "entry"."id" = "there"."entryId"
  JOIN "entry_version" "said" ON "said"."entryId" = "entry"."id" AND "said"."number" = "entry"."submittedVersion"
  WHERE "there"."mechanismId" = :place AND "there"."linkedAt" IS NOT NULL AND "entry"."state" <> 'withdrawn'
    AND "there"."acceptedVersion" <> "entry"."submittedVersion"
    AND "there"."returnedVersion" <> "entry"."submittedVersion" AND ${FROM_OTHERS}`;

/** How many. */
export const WAITING_COUNT = `SELECT (SELECT COUNT(*) ${AT_HOME}) + (SELECT COUNT(*) ${LINKED})`;

/** Their ids by when they were submitted, the latest first, and how many there are; so many at most of either. */
export const waitingLatest = (most: number) => `
  SELECT "found".*, (${WAITING_COUNT}) AS "total" FROM (
    SELECT * FROM (SELECT "entry"."id" AS "id", "entry"."waitingSince" AS "moment" ${AT_HOME}
      ORDER BY "entry"."waitingSince" DESC, "entry"."id" DESC LIMIT ${most}) "home"
    UNION ALL
    SELECT * FROM (SELECT "entry"."id" AS "id", "said"."submittedAt" AS "moment" ${LINKED}
      ORDER BY "said"."submittedAt" DESC, "entry"."id" DESC LIMIT ${most}) "linked") "found"`;
