import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isSqlite } from '../platform/database/data-source.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { withApp } from './with-app.js';

const run = promisify(execFile);

/**
 * Writes the database and the uploaded files to one .tar.gz, while the product runs: VACUUM INTO takes a
 * consistent copy. Does not overwrite. On PostgreSQL use pg_dump and copy DATA_DIR/files.
 */
export const backup = (file: string) =>
  withApp(async (app, config) => {
    if (!isSqlite(config.databaseUrl)) {
      throw new Error(
        'This copies SQLite. For PostgreSQL use pg_dump, and copy the folder files in DATA_DIR.',
      );
    }
    const target = resolve(file);
    if (await stat(target).catch(() => null)) throw new Error(`${target} exists already.`);
    const folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'));
    try {
      await app
        .get(UnitOfWork)
        .read.query(`VACUUM INTO '${join(folder, 'waymark.db').replaceAll("'", "''")}'`);
      const files = join(config.dataDir, 'files');
      if (await stat(files).catch(() => null)) await cp(files, join(folder, 'files'), { recursive: true });
      else await mkdir(join(folder, 'files'));
      await run('tar', ['-czf', target, '-C', folder, 'waymark.db', 'files']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    console.log(`Written to ${target}. To restore, unpack it into an empty DATA_DIR.`);
  });
