import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { change, remove } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Block } from '../../platform/documents/document.js';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { ReleaseStandingService } from '../../progress/release/release-standing.service.js';
import { measureOf } from '../passages/measure.js';
import { Passage, PassageWords } from '../passages/passage.entity.js';
import { blocksIn, wordsRow } from './words/passage-words.js';
import { changeOf } from '../submissions/submission.access.js';
import { draftOf, type Draft } from './draft.js';
import type {
  PassageMergeInput,
  PassageMoveInput,
  PassagePlaceInput,
  PassageSplitInput,
} from './passage.dto.js';
import { demandVerb, stateWith } from './rules/passage-verbs.js';
import type { PassageVerb } from './rules/passage-verbs.js';
import { joined, parted, sourcesOf } from './rules/split-merge.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import { newsOf } from './rules/news.js';
import { FollowedSourcesService } from './sources/followed-sources.service.js';
import { PassagePlacesService } from './passage-places.service.js';
import { PassageWriter, type WordsOf } from './passage-writer.js';

/** A passage, and the version of it that somebody was looking at. */
interface Seen {
  passageId: string;
  version: number;
}

/**
 * What a secretariat does to the passages of a draft. Each verb names the version it was made from and throws ConflictError,
 * with the passage as it stands, when somebody changed it since; and for a document that is no draft.
 */
@Injectable()
export class PassagesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly masked: MaskedPassages,
    private readonly places: PassagePlacesService,
    private readonly writer: PassageWriter,
    private readonly followed: FollowedSourcesService,
    private readonly standing: ReleaseStandingService,
  ) {}

  /**
   * Writes over what a passage says in one language; a translation is marked as one of the original as it stands. Throws
   * InvalidError on `text` for a translation that would number its paragraphs otherwise.
   */
  async write(actor: Actor, id: string, seen: Seen, language: string, blocks: WordsOf): Promise<Passage> {
    return this.does('write', actor, id, seen, async (draft, passage) => {
      const { original } = draft;
      const before = blocksIn(passage, language, original) ?? [];
      const written = await this.writer.write(draft, passage, language, blocks, actor);
      const state = language === original ? stateWith({ key: passage.key, edited: true }) : passage.state;
      const taken = passage.state === 'compiled' && state === 'edited';
      // Who writes while the sources say something else may write that.
      const isNews = passage.state === 'edited' && passage.takenSeal !== passage.compiledSeal;
      const compiled = isNews ? passage.compiledSources : [];
      const sources = sourcesOf(passage, { sources: compiled });
      return {
        ...{ state, ...(taken && { takenSeal: passage.compiledSeal }) },
        sources: await this.followed.after(draft, { ...passage, sources }, language, {
          blocks: written,
          before,
        }),
      };
    });
  }

  /** Puts it after another passage, or first, in its section or another one. Compiling leaves it there. */
  async move(actor: Actor, id: string, seen: Seen, to: Omit<PassageMoveInput, 'version'>): Promise<Passage> {
    return this.does('move', actor, id, seen, async (draft, passage) => {
      await this.places.place(draft, passage.id, to);
      return { moved: true, sectionKey: to.section };
    });
  }

  /** Takes it out of the document; what it says is kept. */
  leaveOut(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.does('leaveOut', actor, id, seen, () => ({ state: 'left-out' }));
  }

  takeIn(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.does('takeIn', actor, id, seen, ({ original }, { key, words }) => ({
      state: stateWith({
        key,
        edited: words.some(({ language, edited }) => language === original && edited),
      }),
    }));
  }

  /** Parts it before one of its blocks; both parts keep the sources. Answers the second one. */
  async split(
    actor: Actor,
    id: string,
    { passageId, version, at }: Seen & PassageSplitInput,
  ): Promise<Passage> {
    let second!: Passage;
    await this.does('split', actor, id, { passageId, version }, async (draft, passage) => {
      const [first, rest] = parted(passage, draft.original, at - 1);
      const own = { sources: passage.sources, ...this.at(passage) };
      second = await this.places.insert(draft, own, passage.id);
      await this.writer.putAll(draft, passage, first, actor);
      await this.writer.putAll(draft, second, rest, actor);
      second = await draft.passage(second.id);
      const taken = passage.state === 'compiled' && { takenSeal: passage.compiledSeal };
      return { state: stateWith({ key: passage.key, edited: true }), ...taken };
    });
    return second;
  }

  /**
   * Makes one of it and the passage after it, with the sources of both. What was compiled stays behind, left out: it would
   * be compiled again. Answers the whole.
   */
  async merge(
    actor: Actor,
    id: string,
    { passageId, version, next, nextVersion }: Seen & PassageMergeInput,
  ): Promise<Passage> {
    let whole!: Passage;
    await this.does('merge', actor, id, { passageId, version }, async (draft, passage) => {
      const other = await draft.passage(next);
      await this.demand('merge', draft, other);
      const own = { sources: sourcesOf(passage, other), ...this.at(passage) };
      whole = await this.places.insert(draft, own, passage.id);
      await this.writer.putAll(draft, whole, joined(passage, other, draft.languages), actor);
      await this.changed(draft.manager, other, nextVersion, { state: 'left-out' });
      whole = await draft.passage(whole.id);
      return { state: 'left-out' };
    });
    return whole;
  }

  /** The compiled words again, in place of the edited ones; translations stay and are outdated where they differ. */
  take(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.does('take', actor, id, seen, async ({ manager, original }, passage) => {
      const { id: passageId, compiledSeal, compiledSources } = passage;
      const compiled = measureOf(wordsRow(passage, original)?.compiled ?? null);
      const set = { edited: null, editedAt: null, editedBy: null, ...compiled };
      await manager.update(PassageWords, { passageId, language: original }, set);
      return { state: 'compiled', takenSeal: compiledSeal, sources: compiledSources };
    });
  }

  /** The edited words stay; what nothing is compiled for any more is the secretariat's own from now on. */
  keep(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.does('keep', actor, id, seen, (_, { gone, compiledSeal }) =>
      gone
        ? { state: 'own', key: null, gone: false, takenSeal: null, compiledSeal: null }
        : { takenSeal: compiledSeal },
    );
  }

  /**
   * Says that the words of a withdrawn source are out of it: the passage stands on its other sources from now on. Throws
   * ConflictError as long as it says in any language what only that source said.
   */
  settle(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.does('settle', actor, id, seen, async (draft, passage) => {
      const { submission } = draft;
      const withdrawn = (await this.masked.of(submission)).get(passage.id) ?? [];
      const holds = await this.standing.of(submission.mechanismId);
      // One that may not be named any more stays a source of the words, and takes them out when it goes itself.
      const unnamed = withdrawn.map((one) => ({ ...one, named: false })).filter(holds);
      const kept = new Set(unnamed.map((one) => one.id));
      const gone = withdrawn.filter((one) => !kept.has(one.id));
      if (await this.followed.stillSays(draft, passage, gone))
        throw new ConflictError('error.passageStillSays');
      const out = new Set(withdrawn.map(({ id, seal }) => `${id} ${seal}`));
      const standing = passage.sources.filter(({ id, seal }) => !out.has(`${id} ${seal}`));
      return { sources: [...standing, ...unnamed], takenSeal: passage.compiledSeal };
    });
  }

  /** A passage of the secretariat's own. Answers it. */
  async add(actor: Actor, id: string, place: PassagePlaceInput, blocks: Block[]): Promise<Passage> {
    return this.unitOfWork.run(async (manager) => {
      const draft = await draftOf(manager, actor, id);
      const passage = await this.places.insert(
        draft,
        { sectionKey: place.section, sources: [] },
        place.after,
      );
      await this.writer.write(draft, passage, draft.original, () => blocks, actor);
      const sources = await this.followed.after(draft, passage, draft.original, { blocks, before: [] });
      if (sources.length > 0) await manager.update(Passage, { id: passage.id }, { sources });
      await this.note(actor, draft, 'add', passage);
      return draft.passage(passage.id);
    });
  }

  /** Takes an own passage that is left out away for good. */
  async remove(actor: Actor, id: string, { passageId, version }: Seen): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const draft = await draftOf(manager, actor, id);
      const passage = await draft.passage(passageId);
      await this.demand('remove', draft, passage);
      await remove(manager, Passage, { id: passageId, version }, { reason: 'error.stale' });
      await this.note(actor, draft, 'remove', passage);
    });
  }

  private async does(
    verb: PassageVerb,
    actor: Actor,
    id: string,
    { passageId, version }: Seen,
    work: (draft: Draft, passage: Passage) => Partial<Passage> | Promise<Partial<Passage>>,
  ): Promise<Passage> {
    return this.unitOfWork.run(async (manager) => {
      const draft = await draftOf(manager, actor, id);
      const passage = await draft.passage(passageId);
      // Whoever looks at an older version is told that first.
      await this.changed(manager, passage, version, {});
      await this.demand(verb, draft, passage);
      const set = await work(draft, passage);
      if (Object.keys(set).length > 0) await manager.update(Passage, { id: passageId }, set);
      await this.note(actor, draft, verb, passage);
      return draft.passage(passageId);
    });
  }

  private changed(manager: EntityManager, { id }: Passage, version: number, set: Partial<Passage>) {
    const current = () => manager.findOneOrFail(Passage, { where: { id }, relations: { words: true } });
    return change(manager, Passage, { id, version }, set as object, { current });
  }

  private async demand(verb: PassageVerb, { submission }: Draft, passage: Passage): Promise<void> {
    const news = newsOf(passage, (await this.masked.of(submission)).has(passage.id));
    demandVerb(verb, { ...passage, news });
  }

  private note(actor: Actor, { submission }: Draft, verb: string, { sectionKey }: Passage) {
    const words = verb === 'write' || verb === 'add';
    return this.history.record(
      actor,
      changeOf(submission, words ? 'edit' : 'arrange', {}, { section: sectionKey }),
    );
  }

  private readonly at = ({ sectionKey }: Passage) => ({ sectionKey });
}
