import { join } from 'node:path';

/**
 * One more process of the product, beside the one that a test runs in: the compiled product with a clock that follows the
 * test's. siblings.ts starts it and tells it by messages what it is and what to do.
 */
process.on('message', ({ id, ...asked }) => {
  const [what, value] = Object.entries(asked)[0];
  DO[what](value).then(
    (answer) => process.send({ id, answer }),
    (error) => process.send({ id, error: error.stack ?? String(error) }),
  );
});
// Its test file has ended, in whatever way.
process.on('disconnect', () => process.exit(0));

let app;
let clock;
let jobs;
let index;

const DO = {
  async start({ product, config, role, now }) {
    const load = (path) => import(join(product, 'dist/src', path));
    const { AppModule } = await load('app.module.js');
    const { MovableClock } = await load('platform/clock.js');
    const { JobQueue } = await load('platform/queue/job-queue.js');
    clock = new MovableClock(new Date(now));
    const module = AppModule.with(config, clock);
    if (role === 'worker') {
      const { NestFactory } = await import('@nestjs/core');
      app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    } else {
      const { createWebApp } = await load('platform/http/web-app.js');
      app = await createWebApp(module, config);
      await app.listen(0, '127.0.0.1');
    }
    jobs = app.get(JobQueue).runner;
    index = app.get((await load('platform/search/search-index.js')).SearchIndex, { strict: false });
    return role === 'worker' ? '' : (await app.getUrl()).replace('[::1]', '127.0.0.1');
  },
  async follow(now) {
    clock.moveTo(new Date(now));
  },
  async work({ name, data }) {
    await jobs.run({ name, data, opts: {}, attemptsMade: 0 });
  },
  async indexed() {
    await index.settled();
  },
  async end() {
    await app?.close();
  },
};
