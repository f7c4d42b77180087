import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { createWebApp } from './platform/http/web-app.js';
import { JobQueue } from './platform/queue/job-queue.js';

const config = readConfig();
const app = await createWebApp(AppModule.with(config), config);
await app.listen(config.port, '0.0.0.0');
// The embedded queue takes seconds to start; pages answer meanwhile, and a sweep finds what they leave.
await app.get(JobQueue).run({ worker: config.worker === 'inline' });
