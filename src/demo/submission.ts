import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../platform/config.js';
import type { Actor } from '../platform/http/actor.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { SubmissionQueryService } from '../reviews/submissions/submission-query.service.js';
import { SubmissionsService } from '../reviews/submissions/submissions.service.js';

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
  await submissions.requestCompilation(secretariat, id);
  await app.get(JobQueue).drain(60_000);
  const folder = join(config.dataDir, 'documents');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const format of ['docx', 'pdf', 'html'] as const) {
    const { name, body } = await app.get(SubmissionQueryService).document(secretariat, id, format);
    paths.push(join(folder, name));
    await writeFile(paths.at(-1)!, body);
  }
  return paths;
}
