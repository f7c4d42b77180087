import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { ReleaseStandingService } from '../../progress/release/release-standing.service.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import { measureOf } from '../passages/measure.js';
import { type Passage, PassageWords } from '../passages/passage.entity.js';
import { PassageChanges, type Seen } from './passage-changes.service.js';
import { FollowedSourcesService } from './sources/followed-sources.service.js';
import { wordsRow } from './words/passage-words.js';

/** What a secretariat decides where the sources of a passage say something else, or are withdrawn; by the rules of `PassagesService`. */
@Injectable()
export class PassageNewsService {
  constructor(
    private readonly changes: PassageChanges,
    private readonly masked: MaskedPassages,
    private readonly followed: FollowedSourcesService,
    private readonly standing: ReleaseStandingService,
  ) {}

  /** The compiled words again, in place of the edited ones; translations stay and are outdated where they differ. */
  take(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.changes.does('take', actor, id, seen, async ({ manager, original }, passage) => {
      const { id: passageId, compiledSeal, compiledSources } = passage;
      const compiled = measureOf(wordsRow(passage, original)?.compiled ?? null);
      const set = { edited: null, editedAt: null, editedBy: null, ...compiled };
      await manager.update(PassageWords, { passageId, language: original }, set);
      return { state: 'compiled', takenSeal: compiledSeal, sources: compiledSources };
    });
  }

  /** The edited words stay; what nothing is compiled for any more is the secretariat's own from now on. */
  keep(actor: Actor, id: string, seen: Seen): Promise<Passage> {
    return this.changes.does('keep', actor, id, seen, (_, { gone, compiledSeal }) =>
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
    return this.changes.does('settle', actor, id, seen, async (draft, passage) => {
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
}
