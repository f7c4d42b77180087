import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../platform/config.js';
import type { Actor } from '../platform/http/actor.js';
import { DocumentsService } from '../reviews/document/documents.service.js';
import { SubmissionsService } from '../reviews/submissions/submissions.service.js';

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

/** One that is being drafted, as documents. Answers their paths. */
export async function compileSubmission(
  app: INestApplicationContext,
  secretariat: Actor,
  config: Config,
): Promise<string[]> {
  const submissions = app.get(SubmissionsService);
  const title = 'Input of the Khartoum Process to the third regional review';
  const { id } = await submissions.open(secretariat, 'khartoum', {
    cycleId: 'regional-3',
    language: 'en',
    title,
  });
  await submissions.compile(id);
  const folder = join(config.dataDir, 'documents');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const format of ['docx', 'pdf', 'html'] as const) {
    const { name, body } = await app.get(DocumentsService).document(secretariat, id, format);
    paths.push(join(folder, name));
    await writeFile(paths.at(-1)!, body);
  }
  return paths;
}
