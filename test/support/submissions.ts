import { JobQueue } from '../../src/platform/queue/job-queue.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { Submission } from '../../src/reviews/submissions/submission.entity.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from './app.js';
import type { Client } from './client.js';
import { newEntry, newPerson, newPlan, type Person, programOf } from './factories.js';

export const MECHANISM = 'khartoum';

const LANGUAGES = ['en', 'fr', 'es', 'ar'];
const CYCLES = ['imrf-2030', 'regional-3', 'imrf-2026', 'regional-1'];

/** A mechanism with a plan of two items, a secretariat, a focal point, and a released entry; the queue runs. */
export interface Scene {
  test: TestApp;
  queue: JobQueue;
  items: PlanItem[];
  secretariat: Person;
  kenya: Person;
  /** The secretariat's program. */
  office: Client;
  /** An accepted entry of Kenya, released by name; answers its id. */
  report(narrative: string, item: PlanItem, language?: string): Promise<string>;
  /** A submission of its own: there is one per cycle and language, so at most sixteen. */
  open(): Promise<string>;
  compiled(): Promise<string>;
  row(id: string): Promise<Submission>;
}

export async function submissionScene(): Promise<Scene> {
  const test = await startApp();
  const { items, secretariat } = await newPlan(test, MECHANISM, [
    { code: '1', title: 'Train officials', objectives: ['9(a)'] },
    { code: '2', title: 'Hold meetings' },
  ]);
  const kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  const office = await programOf(test, secretariat);
  let opened = 0;
  const scene: Omit<Scene, 'queue'> = {
    test,
    items,
    secretariat,
    kenya,
    office,
    report: async (narrative, item, language) => {
      const progress = test.get(ProgressService);
      const of = { mechanismId: MECHANISM, as: 'state:KEN' };
      const fields = { ...of, narrative, language, periodStart: '2019-01-01' };
      const { id } = await newEntry(test, kenya, item, fields);
      await progress.submit(kenya.actor, id);
      await progress.accept(secretariat.actor, id);
      await progress.disclose(kenya.actor, id, { visibility: 'mechanism', release: 'attributed' });
      return id;
    },
    open: async () => {
      const [cycleId, language] = [CYCLES[Math.floor(opened / 4)], LANGUAGES[opened % 4]];
      opened += 1;
      const input = { cycleId, language, title: `Input ${opened}` };
      const made = await office.api('POST', `/mechanisms/${MECHANISM}/submissions`, input);
      return made.json<{ id: string }>().id;
    },
    compiled: async () => {
      const id = await scene.open();
      await test.get(SubmissionsService).compile(id);
      return id;
    },
    row: (id) => test.get(UnitOfWork).read.findOneByOrFail(Submission, { id }),
  };
  await scene.report('Officers were trained at three borders.', items[0]!);
  return { ...scene, queue: await test.startQueue() };
}
