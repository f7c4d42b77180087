import { register } from 'node:module';

/** Node runs the tests' TypeScript as it stands: started with `--import` of this file, see scripts/test.mjs. */
register('./typescript-hooks.js', import.meta.url);
