import { serve } from './platform/start/serve.js';

await serve(async (config) => {
  // Loaded now, after the environment was found right: what is wrong with it is said at once.
  const { AppModule } = await import('./app.module.js');
  const { createWebApp } = await import('./platform/http/web-app.js');
  const { JobQueue } = await import('./platform/queue/job-queue.js');
  const app = await createWebApp(AppModule.with(config), config);
  await app.listen(config.port, config.host);
  // The embedded queue takes a while to start; pages answer meanwhile, and a sweep finds what they leave.
  // What takes long is done beside: nobody who asks for a page waits for it.
  const apart = new URL('./apart.js', import.meta.url);
  await app.get(JobQueue).run({ worker: config.worker === 'inline', apart });
});
