import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import type { Config } from '../../src/platform/config.js';
import { CompileFlow } from '../../src/reviews/compiling/compile-flow.js';
import { CompilingService } from '../../src/reviews/compiling/compiling.service.js';

/** The program that compiles one document in a process of its own, and answers what that took. */

export interface Compile {
  config: Config;
  id: string;
}

export interface Compiled {
  seconds: number;
  /** Of the heap, at most, that nothing would have freed. */
  megabytes: number;
}

const EVERY_MS = 150;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.once('message', (task: Compile) => {
  void compiled(task).then((answer) => process.send!(answer, () => process.exit(0)));
});

async function compiled({ config, id }: Compile): Promise<Compiled> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: false });
  await app.get(CompileFlow, { strict: false }).claimable(id);
  let most = 0;
  const look = () => {
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed);
  };
  look();
  const looking = setInterval(look, EVERY_MS);
  const since = performance.now();
  await app.get(CompilingService, { strict: false }).compile(id);
  clearInterval(looking);
  return { seconds: (performance.now() - since) / 1000, megabytes: most / 2 ** 20 };
}
