import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import pg from 'pg';

/** Removes what the test files of a run shared. */
export default async function globalTeardown() {
  const folder = process.env.WAYMARK_TEST_RUN;
  rmSync(folder, { recursive: true, force: true });
  const server = process.env.DATABASE_URL;
  if (!server?.startsWith('postgres')) return;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${basename(folder)}" WITH (FORCE)`);
  await client.end();
}
