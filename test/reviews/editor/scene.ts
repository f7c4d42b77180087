import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { Block } from '../../../src/platform/documents/document.js';
import { Passage, PassageWords } from '../../../src/reviews/passages/passage.entity.js';
import { measureOf } from '../../../src/reviews/passages/measure.js';
import { sealOfBlocks } from '../../../src/reviews/passages/words-of.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { browserOf, newPerson, type Person, programOf } from '../../support/factories.js';

export const HOME = 'khartoum';

export interface EditorScene {
  test: TestApp;
  secretariat: Person;
  office: Client;
  browser: Client;
  /** A draft in English with a French and an Arabic version; answers its id and its section keys. */
  draft(): Promise<{ id: string; keys: string[] }>;
  /** A passage as compiling leaves it. */
  compiled(
    id: string,
    section: string,
    words: Record<string, Block[]>,
    more?: Partial<Passage>,
  ): Promise<string>;
  /** As if the same were compiled again, with other words. */
  recompiled(passageId: string, words: Record<string, Block[]>): Promise<void>;
  row(passageId: string): Promise<Passage>;
}

export const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

export async function editorScene(env: Record<string, string> = {}): Promise<EditorScene> {
  const test = await startApp({ env });
  const secretariat = await newPerson(test, ['secretariat', HOME]);
  const office = await programOf(test, secretariat);
  const unitOfWork = test.get(UnitOfWork);
  let opened = 0;
  return {
    test,
    secretariat,
    office,
    browser: await browserOf(test, secretariat),
    draft: async () => {
      opened += 1;
      const input = { cycleId: 'imrf-2030', language: 'en', title: `Draft ${opened}` };
      const made = await office.api('POST', `/mechanisms/${HOME}/submissions`, input);
      const { id } = made.json<{ id: string }>();
      await unitOfWork.run((manager) => manager.update(Submission, { id }, { languages: ['fr', 'ar'] }));
      const { sections } = await unitOfWork.read.findOneOrFail(Submission, {
        where: { id },
        relations: { sections: true },
      });
      return { id, keys: sections.sort((a, b) => a.position - b.position).map(({ key }) => key) };
    },
    compiled: async (submissionId, sectionKey, words, more = {}) => {
      const id = randomUUID();
      const original = words.en ?? [];
      const position = await unitOfWork.read.countBy(Passage, { submissionId, sectionKey });
      await unitOfWork.run(async (manager) => {
        await manager.insert(Passage, {
          ...{ id, submissionId, sectionKey, position, key: `entry:${id}`, state: 'compiled' as const },
          ...{ moved: false, gone: false, sources: [], compiledSources: [] },
          ...{ takenSeal: null, compiledSeal: sealOfBlocks(original), version: 1, ...more },
        });
        for (const [language, compiled] of Object.entries(words))
          await manager.insert(PassageWords, {
            ...{ passageId: id, language, compiled, edited: null, translates: null },
            ...{ editedAt: null, editedBy: null, ...measureOf(compiled) },
          });
      });
      return id;
    },
    recompiled: async (passageId, words) => {
      await unitOfWork.run(async (manager) => {
        await manager.update(Passage, { id: passageId }, { compiledSeal: sealOfBlocks(words.en ?? []) });
        for (const [language, compiled] of Object.entries(words))
          await manager.update(PassageWords, { passageId, language }, { compiled });
      });
    },
    row: (id) => unitOfWork.read.findOneOrFail(Passage, { where: { id }, relations: { words: true } }),
  };
}
