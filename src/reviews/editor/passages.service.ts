import { Injectable } from '@nestjs/common';
import { remove } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Block } from '../../platform/documents/document.js';
import type { Actor } from '../../platform/http/actor.js';
import { Passage } from '../passages/passage.entity.js';
import { draftOf } from './draft.js';
import { PassageChanges, type Seen } from './passage-changes.service.js';
import { PassagePlacesService } from './passage-places.service.js';
import { PassageWriter, type WordsOf } from './passage-writer.js';
import type {
  PassageMergeInput,
  PassageMoveInput,
  PassagePlaceInput,
  PassageSplitInput,
} from './passage.dto.js';
import { stateWith } from './rules/passage-verbs.js';
import { joined, parted, sourcesOf } from './rules/split-merge.js';
import { FollowedSourcesService } from './sources/followed-sources.service.js';
import { blocksIn } from './words/passage-words.js';

/**
 * What a secretariat does to the passages of a draft. Each verb names the version it was made from and throws ConflictError,
 * with the passage as it stands, when somebody changed it since; and for a document that is no draft.
 */
@Injectable()
export class PassagesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: PassageChanges,
    private readonly places: PassagePlacesService,
    private readonly writer: PassageWriter,
    private readonly followed: FollowedSourcesService,
  ) {}

  /**
   * Writes over what a passage says in one language; a translation is marked as one of the original as it stands. Throws
   * InvalidError on `text` for a translation that would number its paragraphs otherwise.
   */
  async write(actor: Actor, id: string, seen: Seen, language: string, blocks: WordsOf): Promise<Passage> {
    return this.changes.does('write', actor, id, seen, async (draft, passage) => {
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
    return this.changes.does('move', actor, id, seen, async (draft, passage) => {
      await this.places.place(draft, passage.id, to);
      return { moved: true, sectionKey: to.section };
    });
  }

  /** Takes it out of the document; what it says is kept. */
  leaveOut(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.changes.does('leaveOut', actor, id, seen, () => ({ state: 'left-out' }));
  }

  takeIn(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.changes.does('takeIn', actor, id, seen, ({ original }, { key, words }) => ({
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
    await this.changes.does('split', actor, id, { passageId, version }, async (draft, passage) => {
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
    await this.changes.does('merge', actor, id, { passageId, version }, async (draft, passage) => {
      const other = await draft.passage(next);
      await this.changes.demand('merge', draft, other);
      const own = { sources: sourcesOf(passage, other), ...this.at(passage) };
      whole = await this.places.insert(draft, own, passage.id);
      await this.writer.putAll(draft, whole, joined(passage, other, draft.languages), actor);
      await this.changes.changed(draft.manager, other, nextVersion, { state: 'left-out' });
      whole = await draft.passage(whole.id);
      return { state: 'left-out' };
    });
    return whole;
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
      await this.changes.note(actor, draft, 'add', passage);
      return draft.passage(passage.id);
    });
  }

  /** Takes an own passage that is left out away for good. */
  async remove(actor: Actor, id: string, { passageId, version }: Seen): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const draft = await draftOf(manager, actor, id);
      const passage = await draft.passage(passageId);
      await this.changes.demand('remove', draft, passage);
      await remove(manager, Passage, { id: passageId, version }, { reason: 'error.stale' });
      await this.changes.note(actor, draft, 'remove', passage);
    });
  }

  private readonly at = ({ sectionKey }: Passage) => ({ sectionKey });
}
