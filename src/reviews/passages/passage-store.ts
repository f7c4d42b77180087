import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { insertAll, inSlices, slicesOf, updateAll } from '../../platform/database/in-slices.js';
import type { CompiledLanguages } from '../compilation/compilation-outline.js';
import { PassageComment } from '../editor/comments/passage-comment.entity.js';
import type { Submission } from '../submissions/submission.entity.js';
import { measureOf } from './measure.js';
import { type MergedPassage, mergePassages, recompiled, type StandingPassage } from './merge-passages.js';
import { Passage, PassageWords } from './passage.entity.js';

interface Section {
  submission: Pick<Submission, 'id' | 'language'>;
  sectionKey: string;
}

/** The passages of a document, or of one section of it, with their words, in these languages or all; each in its place. */
export async function loadPassages(
  manager: EntityManager,
  submissionId: string,
  { sectionKey, languages }: { sectionKey?: string; languages?: readonly string[] } = {},
): Promise<Passage[]> {
  const where = { submissionId, ...(sectionKey !== undefined && { sectionKey }) };
  const found = await manager.find(Passage, { where, order: { position: 'ASC', id: 'ASC' } });
  return withWords(manager, found, languages);
}

/** The same passages with their words. */
export async function withWords(
  manager: EntityManager,
  passages: Passage[],
  languages?: readonly string[],
): Promise<Passage[]> {
  const inLanguages = languages && { language: In([...new Set(languages)]) };
  const rows = await inSlices(
    passages.map(({ id }) => id),
    (some) =>
      manager.find(PassageWords, {
        where: { passageId: In(some), ...inLanguages },
        order: { language: 'ASC' },
      }),
  );
  const words = new Map<string, PassageWords[]>();
  for (const row of rows) words.set(row.passageId, [...(words.get(row.passageId) ?? []), row]);
  return passages.map((passage) => Object.assign(passage, { words: words.get(passage.id) ?? [] }));
}

/** Stores what was compiled for a section. Within a transaction that holds the document's row. */
export async function storeSection(
  manager: EntityManager,
  { submission, sectionKey }: Section,
  compiled: CompiledLanguages,
  { narrow }: { narrow: boolean },
): Promise<void> {
  const { id: submissionId, language: original } = submission;
  const existing = await loadPassages(manager, submissionId, { sectionKey });
  const words = new Map([...compiled].map(([language, { passages }]) => [language, passages] as const));
  const keys = new Set((words.get(original) ?? []).map(({ key }) => key));
  const moved = await withWords(
    manager,
    await manager.find(Passage, {
      where: { submissionId, moved: true, sectionKey: Not(sectionKey), key: Not(IsNull()) },
    }),
  );
  const away = moved.filter(({ key }) => keys.has(key!));
  const elsewhere = new Set(away.map(({ key }) => key!));
  const discussed = await discussedIn(manager, submissionId);
  const { passages, removed } = mergePassages(existing, words, { original, narrow, elsewhere, discussed });
  const before = new Map([...existing, ...away].map((one) => [one.id, one]));
  const rows = [
    ...passages.map((one, position) => rowOf(one, before, { submissionId, sectionKey, position })),
    ...away.map((one) => {
      const { position, sectionKey: there } = one;
      const now = recompiled(one, one.key!, words, original, narrow);
      return rowOf(now, before, { submissionId, sectionKey: there, position });
    }),
  ];
  await put(manager, rows, before);
  for (const some of slicesOf(removed)) await manager.delete(Passage, { id: In(some) });
}

/** Before a compilation: what was moved to other sections is gone until its own section says otherwise. */
export const forgetMoved = (manager: EntityManager, submissionId: string) =>
  manager.update(Passage, { submissionId, moved: true, key: Not(IsNull()) }, { gone: true });

/** After one: what was moved, is compiled no more, and nobody wrote in. */
export async function dropMoved(manager: EntityManager, submissionId: string): Promise<void> {
  const gone = await withWords(
    manager,
    await manager.findBy(Passage, {
      submissionId,
      moved: true,
      gone: true,
      state: In(['compiled', 'left-out']),
    }),
  );
  const discussed = await discussedIn(manager, submissionId);
  const bare = gone.filter(
    ({ id, words }) => !discussed.has(id) && words.every(({ edited }) => edited === null),
  );
  for (const some of slicesOf(bare.map(({ id }) => id))) await manager.delete(Passage, { id: In(some) });
}

/** Of which passages somebody said something: that stays, whatever becomes of their words. */
async function discussedIn(manager: EntityManager, submissionId: string): Promise<Set<string>> {
  const select = { id: true, passageId: true } as const;
  const comments = await manager.find(PassageComment, { select, where: { submissionId } });
  return new Set(comments.map(({ passageId }) => passageId));
}

type Place = Pick<Passage, 'submissionId' | 'sectionKey' | 'position'>;
type Row = Omit<Passage, 'words' | 'submission'> & { words: MergedPassage['words'] };

function rowOf(merged: MergedPassage, before: ReadonlyMap<string, Passage>, place: Place): Row {
  const { id, key, state, moved, gone, sources, takenSeal, compiledSeal, compiledSources, words } = merged;
  const was = id === null ? undefined : before.get(id);
  // Whoever looks at compiled words and writes over them is told when they are others by now.
  const version = was ? was.version + Number(state === 'compiled' && was.compiledSeal !== compiledSeal) : 1;
  return {
    ...{ id: id ?? uuid(), key, state, moved, gone, sources, takenSeal, compiledSeal, compiledSources },
    ...{ version, words, ...place },
  };
}

async function put(manager: EntityManager, rows: Row[], before: ReadonlyMap<string, Passage>): Promise<void> {
  const bare = ({ words: _words, ...row }: Row) => row;
  const fresh = rows.filter(({ id }) => !before.has(id));
  const changed = rows.filter((row) => {
    const was = before.get(row.id);
    return was !== undefined && !same(bare(row), was);
  });
  await insertAll(manager, Passage, fresh.map(bare));
  if (changed.length > 0) await updateAll(manager, Passage, changed.map(bare));
  const worded = rows.flatMap((row) => {
    const was = before.get(row.id);
    const wordsBefore = new Map(was?.words.map((one) => [one.language, one]));
    const now = row.words.map((one) => {
      const kept = wordsBefore.get(one.language);
      const { editedAt = null, editedBy = null } = kept ?? {};
      const measure = measureOf(one.edited ?? one.compiled);
      return { passageId: row.id, ...one, editedAt, editedBy, ...measure };
    });
    const isSame =
      was?.words.length === now.length &&
      now.every((one) => isDeepStrictEqual(one.compiled, wordsBefore.get(one.language)?.compiled));
    return isSame ? [] : [{ id: row.id, now }];
  });
  const replaced = worded.map(({ id }) => id).filter((id) => before.has(id));
  for (const some of slicesOf(replaced)) await manager.delete(PassageWords, { passageId: In(some) });
  await insertAll(
    manager,
    PassageWords,
    worded.flatMap(({ now }) => now),
  );
}

const same = (row: Omit<Row, 'words'>, was: Passage) =>
  (Object.keys(row) as (keyof typeof row)[]).every((key) => isDeepStrictEqual(row[key], was[key]));

/** A passage as `mergePassages` takes it. */
export type { StandingPassage };
