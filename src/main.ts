import { AppModule } from './app.module.js';
import { createWebApp } from './platform/http/web-app.js';
import { JobQueue } from './platform/queue/job-queue.js';
import { serve } from './platform/start/serve.js';

await serve(async (config) => {
  const app = await createWebApp(AppModule.with(config), config);
  await app.listen(config.port, config.host);
  // The embedded queue takes seconds to start; pages answer meanwhile, and a sweep finds what they leave.
  await app.get(JobQueue).run({ worker: config.worker === 'inline' });
});
