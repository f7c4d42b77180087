import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { mechanismsWhere, voicesIn } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';

/*
 * The rule of entry-sight.ts as conditions on a query whose entry alias is `entry`. A test holds the two together.
 */

/** Where, and with what in the text that is read there, an entry is looked for. */
interface Looked {
  /**
   * Asks for sight through this mechanism, an expression in SQL (a column, a parameter): an entry that shows in one is not
   * known on the items or in the list of another.
   */
  shownIn?: string;
  /** A condition on the text read through a mechanism, from an expression for its number; see `onItems`. */
  about?: (number: string) => string;
}

/** Entries in the actor's sight. */
export function whereSeenBy<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
  { shownIn, about }: Looked = {},
): SelectQueryBuilder<T> {
  const { own, submitted, accepted, parameters } = sightConditions(actor);
  const here = shownIn ? `AND "seen"."mechanismId" = ${shownIn}` : '';
  // As `numberThrough` says for one. The widest sight through a mechanism is the one that counts there.
  const number = `(CASE WHEN ${own} THEN 0 WHEN ${submitted} THEN entry.submittedVersion ELSE "seen"."acceptedVersion" END)`;
  const text = about ? `AND ${about(number)}` : '';
  return query
    .andWhere(through(`(${own} OR ${submitted} OR ${accepted}) ${here} ${text}`))
    .setParameters(parameters);
}

/** Entries of a reporter the actor speaks for where they are reported; null where it speaks for nobody. */
export function whereOwn<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
): SelectQueryBuilder<T> | null {
  const { own, parameters } = sightConditions(actor);
  const speaks = parameters.voiceIn0 !== undefined;
  return speaks ? query.andWhere(own).setParameters(parameters) : null;
}

/** That a text of the entry is about an item of which the condition holds. */
export const onItems =
  (condition: string) =>
  (number: string): string =>
    `EXISTS (SELECT 1 FROM "entry_item" "on" WHERE "on"."entryId" = entry.id AND "on"."number" = ${number} AND "on"."itemId" ${condition})`;

/** The moment a reader knows an entry by: for its reporter the last change, for others when their version came to them. */
export function momentSeen(actor: Actor): string {
  const { own, submitted, accepted } = sightConditions(actor);
  // On one line: TypeORM finds the names of properties only before a space.
  return [
    `CASE WHEN ${own} THEN entry.changedAt`,
    `WHEN ${through(submitted)} THEN (SELECT "v"."submittedAt" FROM "entry_version" "v"`,
    `WHERE "v"."entryId" = entry.id AND "v"."number" = entry.submittedVersion )`,
    `ELSE COALESCE((SELECT MAX("seen"."acceptedAt") FROM "entry_disclosure" "seen"`,
    `WHERE "seen"."entryId" = entry.id AND ${accepted}), entry.createdAt) END`,
  ].join(' ');
}

/** Entries that are in a state, as the reader knows it. */
export function whereStateSeen<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
  state: string,
  shownIn?: string,
): SelectQueryBuilder<T> {
  const { own, submitted, accepted } = sightConditions(actor);
  const here = shownIn ? `AND "seen"."mechanismId" = ${shownIn}` : '';
  const answers: Record<string, string> = {
    accepted: `"seen"."acceptedVersion" = entry.submittedVersion`,
    returned: `"seen"."returnedVersion" = entry.submittedVersion`,
    submitted: `"seen"."acceptedVersion" <> entry.submittedVersion AND "seen"."returnedVersion" <> entry.submittedVersion`,
  };
  const answered = answers[state];
  return query.andWhere(
    new Brackets((any) => {
      any.where(`(${own} AND entry.state = :state)`, { state });
      if (answered) any.orWhere(`(NOT (${own}) AND ${through(`(${submitted}) AND ${answered} ${here}`)})`);
      if (state === 'accepted')
        any.orWhere(`(NOT (${own}) AND ${through(`NOT (${submitted}) AND (${accepted}) ${here}`)})`);
    }),
  );
}

const through = (condition: string) =>
  `EXISTS (SELECT 1 FROM "entry_disclosure" "seen" WHERE "seen"."entryId" = entry.id AND ${condition})`;

/** On the row `seen` of a mechanism the entry is in. `own` looks at the entry alone. */
function sightConditions(actor: Actor) {
  const reading = mechanismsWhere(actor, 'progress.read');
  const accepting = mechanismsWhere(actor, 'progress.accept');
  const parameters: Record<string, unknown> = { reading, accepting };
  const voices = reading
    .flatMap((mechanismId) => voicesIn(actor, mechanismId).map((voice) => ({ mechanismId, ...voice })))
    .map(({ mechanismId, kind, subject }, index) => {
      Object.assign(parameters, {
        [`voiceIn${index}`]: mechanismId,
        [`voiceKind${index}`]: kind,
        [`voice${index}`]: subject ?? '',
      });
      const from = `entry.reporterKind = :voiceKind${index} AND entry.reporter = :voice${index}`;
      return {
        own: `(entry.mechanismId = :voiceIn${index} AND ${from})`,
        there: `("seen"."mechanismId" = :voiceIn${index} AND ${from})`,
      };
    });
  const any = (conditions: string[]) => (conditions.length > 0 ? conditions.join(' OR ') : '1 = 0');
  const parties = [
    ...(accepting.length > 0 ? [`"seen"."mechanismId" IN (:...accepting)`] : []),
    ...voices.map(({ there }) => there),
  ];
  const opened = [
    `"seen"."visibility" = 'public'`,
    ...(reading.length > 0
      ? [`("seen"."visibility" = 'mechanism' AND "seen"."mechanismId" IN (:...reading))`]
      : []),
  ];
  const there = `entry.state <> 'withdrawn'`;
  return {
    own: `(${any(voices.map(({ own }) => own))})`,
    submitted: `(${there} AND entry.submittedVersion > 0 AND (${any(parties)}))`,
    accepted: `(${there} AND "seen"."acceptedVersion" > 0 AND (${any(opened)}))`,
    parameters,
  };
}
