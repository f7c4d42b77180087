import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Block } from '../../platform/documents/document.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Passage, PassageWords } from '../passages/passage.entity.js';
import type { Draft } from './draft.js';
import { measureOf } from '../passages/measure.js';
import type { WordsByLanguage } from './rules/split-merge.js';
import { blocksIn, numberedIn, sealOf } from './words/passage-words.js';

/** The words to write, given those that stand: what an editor cannot say is taken from these. */
export type WordsOf = (before: Block[]) => Block[];

/** In place of a seal: a translation of nothing that stands. */
const NONE = '';

/** Writes what passages say. To be called within the transaction of a verb. */
@Injectable()
export class PassageWriter {
  constructor(private readonly clock: Clock) {}

  /**
   * Answers what it wrote. Throws InvalidError on `text` for no words, and for a translation that would number its paragraphs
   * otherwise.
   */
  async write(
    draft: Draft,
    passage: Passage,
    language: string,
    wordsOf: WordsOf,
    actor: Actor,
  ): Promise<Block[]> {
    const { original, languages } = draft;
    if (!languages.includes(language)) throw new NotFoundError('language');
    const source = blocksIn(passage, original, original) ?? [];
    // A translation that is begun keeps the pictures of the original.
    const blocks = wordsOf(blocksIn(passage, language, original) ?? source);
    if (blocks.length === 0) throw InvalidError.field('text', 'error.required');
    if (language === original) {
      await this.put(draft, passage.id, language, blocks, null, actor);
      return blocks;
    }
    const [count, due] = [numberedIn(blocks), numberedIn(source)];
    if (count !== due)
      throw InvalidError.field('text', 'error.numberedParagraphs', { count: due, there: count });
    await this.put(draft, passage.id, language, blocks, sealOf(source), actor);
    return blocks;
  }

  /** What a passage says in several languages at once. */
  async putAll(draft: Draft, { id }: Passage, words: WordsByLanguage, actor: Actor): Promise<void> {
    const source = words.get(draft.original)?.blocks ?? [];
    for (const [language, { blocks, current }] of words) {
      const translates = language === draft.original ? null : current ? sealOf(source) : NONE;
      await this.put(draft, id, language, blocks, translates, actor);
    }
  }

  private async put(
    { manager }: Draft,
    passageId: string,
    language: string,
    edited: Block[],
    translates: string | null,
    { accountId }: Actor,
  ): Promise<void> {
    const row = {
      passageId,
      language,
      edited,
      translates,
      editedAt: this.clock.now(),
      editedBy: accountId,
      ...measureOf(edited),
    };
    const { affected } = await manager.update(PassageWords, { passageId, language }, row);
    if (!affected) await manager.insert(PassageWords, { ...row, compiled: null });
  }
}
