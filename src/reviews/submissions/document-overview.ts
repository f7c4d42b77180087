import type { EntityManager } from 'typeorm';
import { inOrder } from '../document/in-order.js';
import { Passage, PassageWords } from '../passages/passage.entity.js';
import type { PassageState } from '../passages/passage.js';
import type { SubmissionSection } from './submission.entity.js';

/** A passage without its words, and how long it is in the original. */
export interface PassageRow {
  id: string;
  sectionKey: string;
  position: number;
  key: string | null;
  state: PassageState;
  /** A number on SQLite. */
  gone: boolean | number;
  takenSeal: string | null;
  compiledSeal: string | null;
  /** Comments of the secretariat that are not settled. A text on PostgreSQL. */
  comments: number | string;
  words: number | null;
  characters: number | null;
}

export interface SectionOverview {
  section: SubmissionSection;
  passages: number;
  words: number;
  characters: number;
  leftOut: number;
  /** Those of the secretariat that are not settled. */
  comments: number;
  /** What the secretariat has to decide on: edited passages whose source says something else, or is no more. */
  news: { changed: number; withdrawn: number; gone: number };
}

export interface DocumentOverview {
  sections: SectionOverview[];
  words: number;
  characters: number;
}

export function passageRows(
  manager: EntityManager,
  submissionId: string,
  language: string,
): Promise<PassageRow[]> {
  const columns = ['id', 'sectionKey', 'position', 'key', 'state', 'gone', 'takenSeal', 'compiledSeal'];
  return manager
    .createQueryBuilder(Passage, 'passage')
    .leftJoin(PassageWords, 'said', 'said.passageId = passage.id AND said.language = :language', { language })
    .select(columns.map((column) => `passage.${column} AS "${column}"`))
    .addSelect(UNSETTLED, 'comments')
    .addSelect('said.words', 'words')
    .addSelect('said.characters', 'characters')
    .where('passage.submissionId = :submissionId', { submissionId })
    .orderBy('passage.position', 'ASC')
    .getRawMany<PassageRow>();
}

/** On a line that ends in a space: TypeORM finds the names of properties only before one. */
const UNSETTLED =
  '(SELECT COUNT(*) FROM "submission_passage_comment" "comment" WHERE "comment"."passageId" = passage.id AND "comment"."settledAt" IS NULL )';

export function overviewOf(
  all: readonly SubmissionSection[],
  rows: readonly PassageRow[],
  masked: { has(id: string): boolean },
): DocumentOverview {
  const sections = inOrder(all).map((section): SectionOverview => {
    const own = rows.filter(({ sectionKey }) => sectionKey === section.key);
    const shown = own.filter(({ id, state }) => state !== 'left-out' && !masked.has(id));
    const written = own.filter(({ state }) => state === 'edited');
    return {
      section,
      passages: shown.length,
      words: sum(shown.map(({ words }) => words)),
      characters: sum(shown.map(({ characters }) => characters)),
      leftOut: own.filter(({ state }) => state === 'left-out').length,
      comments: sum(own.map(({ comments }) => Number(comments))),
      news: {
        changed: written.filter(
          (one) => !one.gone && !masked.has(one.id) && one.takenSeal !== one.compiledSeal,
        ).length,
        withdrawn: own.filter(
          ({ id, state }) => state !== 'left-out' && state !== 'compiled' && masked.has(id),
        ).length,
        gone: written.filter((one) => one.gone && !masked.has(one.id)).length,
      },
    };
  });
  return {
    sections,
    words: sum(sections.map(({ words }) => words)),
    characters: sum(sections.map(({ characters }) => characters)),
  };
}

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
