// What a thread of ours runs: functions of modules, one after the other. JavaScript, so that it starts from the sources too.
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';

let isReady = false;

parentPort.on('message', async ({ module, name, args }) => {
  try {
    // Built, a module is there under its name. In the sources, as under test, it is TypeScript.
    if (!isReady && !existsSync(fileURLToPath(module)))
      register('./typescript-hooks.js', { parentURL: import.meta.url });
    isReady = true;
    const work = (await import(module))[name];
    parentPort.postMessage({ value: await work(...args) });
  } catch (error) {
    // Of an error that is cloned, only the words are left.
    const { fields, message, stack } = error;
    parentPort.postMessage({ failure: fields ? { fields } : { message, stack } });
  }
});
