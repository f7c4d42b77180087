import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../platform/config.js';
import type { Actor } from '../platform/http/actor.js';
import { addDays, type Day } from '../platform/i18n/day.js';
import { DocumentFiles } from '../reviews/files/document-files.service.js';
import type { Format } from '../reviews/files/formats.js';
import { DocumentSettingsService } from '../reviews/opening/document-settings.service.js';
import { SubmissionsService } from '../reviews/submissions/submissions.service.js';
import { CONTRIBUTION_LANGUAGES, editContribution } from './documents/contribution.js';
import { editMatrix } from './documents/matrix.js';
import { contributionTitles, matrixTitles } from './documents/titles.data.js';
import type { DemoEntry } from './entries.js';

/** The day of the story on which the first one is submitted. */
export const SUBMISSION_DAY = 87;

/** One that goes its whole way: compiled, shown to the members, agreed, and kept as it was submitted. */
export async function submitOne(app: INestApplicationContext, secretariat: Actor): Promise<void> {
  const submissions = app.get(SubmissionsService);
  const title = 'Note of the Khartoum Process for a Forum (invented for this demonstration)';
  const { id } = await submissions.open(secretariat, 'khartoum', {
    cycleId: 'imrf-2026',
    language: 'en',
    title,
  });
  await submissions.compile(id);
  for (const move of ['circulate', 'clear', 'freeze'] as const) await submissions[move](secretariat, id);
}

interface Story {
  secretariat: Actor;
  config: Config;
  today: Day;
  /** By id. */
  reported: ReadonlyMap<string, DemoEntry>;
  workingPlan: string;
}

/** A contribution that was edited, translated and shown to the members, and a tracking matrix. Answers the files' paths. */
export async function makeDocuments(app: INestApplicationContext, story: Story): Promise<string[]> {
  const folder = join(story.config.dataDir, 'documents');
  await mkdir(folder, { recursive: true });
  return [...(await contribution(app, story, folder)), ...(await matrix(app, story, folder))];
}

async function contribution(app: INestApplicationContext, story: Story, folder: string): Promise<string[]> {
  const { secretariat, today } = story;
  const submissions = app.get(SubmissionsService);
  const { id } = await begin(app, story, contributionTitles, {
    template: 'regional-contribution',
    cycleId: 'regional-3',
  });
  await submissions.compile(id);
  await editContribution(app, secretariat, id, story.reported);
  await submissions.circulate(secretariat, id, null, addDays(today, 21));
  return files(app, story, id, folder, ['docx', 'pdf', 'html']);
}

async function matrix(app: INestApplicationContext, story: Story, folder: string): Promise<string[]> {
  const { id } = await begin(app, story, matrixTitles, {
    template: 'tracking-matrix',
    planId: story.workingPlan,
  });
  await app.get(SubmissionsService).compile(id);
  await editMatrix(app, story.secretariat, id, story.reported);
  return files(app, story, id, folder, ['docx', 'xlsx']);
}

/** Begins a document in English that is to be translated, with the words of its masthead. */
async function begin(
  app: INestApplicationContext,
  { secretariat, today }: Story,
  { titles, heading }: typeof contributionTitles,
  of: { template: string; cycleId?: string; planId?: string },
) {
  const [language, ...languages] = CONTRIBUTION_LANGUAGES;
  const title = titles[language];
  const opened = await app
    .get(SubmissionsService)
    .open(secretariat, 'khartoum', { ...of, language, languages, title, periodUntil: today });
  const { id, version, periodFrom } = opened;
  return app.get(DocumentSettingsService).set(secretariat, id, {
    ...{ title, titles, languages, version },
    ...{ periodFrom: periodFrom!, periodUntil: today },
    ...heading,
  });
}

async function files(
  app: INestApplicationContext,
  { secretariat }: Story,
  id: string,
  folder: string,
  formats: readonly Format[],
): Promise<string[]> {
  const paths: string[] = [];
  for (const language of CONTRIBUTION_LANGUAGES)
    for (const format of formats) {
      const made = app.get(DocumentFiles).document(secretariat, id, format, undefined, language);
      const { name, body } = await made;
      paths.push(join(folder, name));
      await writeFile(paths.at(-1)!, body);
    }
  return paths;
}
