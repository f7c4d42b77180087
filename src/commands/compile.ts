import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Submission } from '../reviews/submissions/submission.entity.js';
import { SubmissionsService } from '../reviews/submissions/submissions.service.js';
import { withApp } from './with-app.js';

/** Compiles a submission in this process, now. Throws when there is none of that id that is still being drafted. */
export const compile = (id: string) =>
  withApp(async (app) => {
    const queued = await app
      .get(UnitOfWork)
      .run((manager) => manager.update(Submission, { id, state: 'drafting' }, { compilation: 'queued' }));
    if (!queued.affected) throw new Error(`There is no submission ${id} that is being drafted.`);
    await app.get(SubmissionsService).compile(id);
    console.log(`Submission ${id} is compiled.`);
  });
