import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { inSlices } from '../../../platform/database/in-slices.js';
import type { Block } from '../../../platform/documents/document.js';
import { EntryVersion } from '../../../progress/entries/entry.entity.js';
import { EntrySummary } from '../../../progress/summaries/summary.entity.js';
import { Passage } from '../../passages/passage.entity.js';
import type { PassageSource } from '../../passages/passage.js';
import type { Draft } from '../draft.js';
import { saidAgain, stretchesOf } from '../rules/said-again.js';
import { sourcesOf } from '../rules/split-merge.js';
import { blocksIn, textOf, wordsRow } from '../words/passage-words.js';

/**
 * Whose words stand in a passage, by the words themselves: a delegation's go out of a document with its release wherever
 * somebody copied them to. To be called within the transaction of a verb.
 */
@Injectable()
export class FollowedSourcesService {
  /**
   * The sources of a passage after `blocks` were written into it: with those of other passages whose words they say, too.
   * What several other passages say is everybody's.
   */
  async after(
    { manager, submission }: Draft,
    passage: Pick<Passage, 'id' | 'sources'>,
    language: string,
    { blocks, before }: { blocks: readonly Block[]; before: readonly Block[] },
  ): Promise<PassageSource[]> {
    const known = new Set(saidAgain(textOf(before), stretchesOf([textOf(blocks)])));
    const fresh = new Set([...stretchesOf([textOf(blocks)])].filter((stretch) => !known.has(stretch)));
    if (fresh.size === 0) return passage.sources;
    const others = await manager.find(Passage, {
      where: { submissionId: submission.id, words: { language } },
      relations: { words: true },
    });
    const text = textOf(blocks);
    const said = new Map<string, Passage[]>();
    for (const other of others) {
      if (other.id === passage.id || !other.sources.some(isEntry)) continue;
      const row = wordsRow(other, language);
      const texts = [row?.edited, row?.compiled].map((words) => textOf(words ?? []));
      for (const stretch of saidAgain(text, stretchesOf(texts))) {
        if (known.has(stretch)) continue;
        said.set(stretch, [...(said.get(stretch) ?? []), other]);
      }
    }
    const from = [...said.values()].flatMap((some) => (oneOrigin(some) ? some : []));
    return from.length > 0 ? sourcesOf(passage, ...from) : passage.sources;
  }

  /** Whether a passage still says, in some language, what these sources of it said and no other passage does. */
  async stillSays(draft: Draft, passage: Passage, sources: readonly PassageSource[]): Promise<boolean> {
    const { manager, submission, original, languages } = draft;
    const stretches = stretchesOf(await this.textsOf(draft, sources));
    const text = languages.map((one) => textOf(blocksIn(passage, one, original) ?? [])).join('\n\n');
    const again = saidAgain(text, stretches);
    if (again.length === 0) return false;
    const withdrawn = new Set(sources.map(({ id }) => id));
    const where = { submissionId: submission.id };
    const others = await manager.find(Passage, { where, relations: { words: true } });
    const common = stretchesOf(
      others
        .filter((one) => one.id !== passage.id && !one.sources.some(({ id }) => withdrawn.has(id)))
        .flatMap((one) => one.words.map(({ edited, compiled }) => textOf(edited ?? compiled ?? []))),
    );
    return again.some((stretch) => !common.has(stretch));
  }

  private async textsOf({ manager }: Draft, sources: readonly PassageSource[]): Promise<string[]> {
    const entries = sources.filter(isEntry);
    const versions = await inSlices([...new Set(entries.map(({ id }) => id))], (some) =>
      manager.findBy(EntryVersion, { entryId: In(some) }),
    );
    const taken = new Set(entries.map(({ id, seal }) => `${id} ${seal.split(' ')[0]}`));
    const summaries = await inSlices(
      entries.flatMap(({ seal }) => seal.split(' ')[2] || []),
      (some) => manager.findBy(EntrySummary, { id: In(some) }),
    );
    return [
      ...versions
        .filter(({ entryId, number }) => taken.has(`${entryId} ${number}`))
        .flatMap(({ content: { narrative, results, challenges, nextSteps, support } }) =>
          [narrative, results, challenges, nextSteps, support].filter((text) => text !== null),
        ),
      ...summaries.map(({ text }) => text),
    ];
  }
}

const isEntry = ({ kind }: PassageSource) => kind === 'entry';

const oneOrigin = (passages: readonly Passage[]): boolean => {
  const [first, ...others] = passages.map(({ sources }) => sources.filter(isEntry).map(({ id }) => id));
  return others.every((ids) => ids.some((id) => first!.includes(id)));
};
