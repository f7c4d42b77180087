/* The figures of a board, counted by the database from `counted`: an item a row, with what it counts as. */

const counting = (part: string, name: string, code: string, from: string) =>
  `SELECT '${part}' AS "part", ${name} AS "name", ${code} AS "code", COUNT(*) AS "planned",` +
  ` SUM("underWay") AS "underWay", SUM("underWayReported") AS "underWayReported", SUM("reported") AS "reported" FROM ${from}`;

export const FIGURE_PARTS = [
  counting('all', `''`, `''`, '"counted"'),
  counting('unmapped', `''`, `''`, '"counted" WHERE "unmapped" = 1'),
  counting('institutional', `''`, `''`, '"counted" WHERE "institutional" = 1'),
  // An item counts once, whatever letters of an objective it serves.
  counting(
    'objective',
    'CAST("objective" AS varchar)',
    `''`,
    `(SELECT DISTINCT "c"."id", "c"."underWay", "c"."underWayReported", "c"."reported", "m"."objective" FROM "counted" "c"
      JOIN "plan_item_objective" "m" ON "m"."itemId" = "c"."id") "served" GROUP BY "objective"`,
  ),
  counting(
    'principle',
    'CAST("principle" AS varchar)',
    `''`,
    '"counted" "c" JOIN "plan_item_principle" "m" ON "m"."itemId" = "c"."id" GROUP BY "principle"',
  ),
  counting(
    'reference',
    '"framework"',
    '"m"."code"',
    '"counted" "c" JOIN "plan_item_reference" "m" ON "m"."itemId" = "c"."id" GROUP BY "framework", "m"."code"',
  ),
];
