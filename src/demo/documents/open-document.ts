import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Block } from '../../platform/documents/document.js';
import type { Actor } from '../../platform/http/actor.js';
import { PassagesService } from '../../reviews/editor/passages.service.js';
import { loadPassages } from '../../reviews/passages/passage-store.js';
import type { Passage } from '../../reviews/passages/passage.entity.js';
import type { Said } from './rich-entry.js';

export type WordsIn = (language: keyof Said) => Block[];

/** A compiled document in its secretariat's hands. */
export async function openDocument(app: INestApplicationContext, secretariat: Actor, id: string) {
  const service = app.get(PassagesService);
  const compiled = await loadPassages(app.get(UnitOfWork).read, id);
  const seenAs = ({ id: passageId, version }: Passage) => ({ passageId, version });
  /** What a passage says in these languages, one after the other: each names the version that the one before it made. */
  const write = async (passage: Passage, languages: readonly (keyof Said)[], wordsIn: WordsIn) => {
    let now = passage;
    for (const language of languages)
      now = await service.write(secretariat, id, seenAs(now), language, () => wordsIn(language));
  };
  return { service, compiled, seenAs, write };
}

/** Whether the words are others than those compiled in a language. */
export const differsIn = (passage: Passage, wordsIn: WordsIn) => (language: keyof Said) =>
  JSON.stringify(wordsIn(language)) !== JSON.stringify(compiledIn(passage, language));

export const compiledIn = ({ words }: Passage, language: string): Block[] =>
  words.find((row) => row.language === language)!.compiled!;
