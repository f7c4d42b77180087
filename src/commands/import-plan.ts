import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readInput } from '../platform/http/read-input.js';
import { ImportQuery } from '../exchange/import.dto.js';
import { dryRunResource } from '../exchange/import.resource.js';
import { QuickImportService } from '../exchange/quick-import.service.js';
import { commandActor } from './command-actor.js';
import { inWords } from './in-words.js';
import { withApp } from './with-app.js';

interface Options {
  mechanism: string;
  title?: string;
  dryRun?: boolean;
}

/** Takes a plan from a file, as a new plan of a mechanism; prints what it made, or with `--dry-run` what it would. */
export const importPlan = (path: string, { mechanism, title, dryRun }: Options) =>
  withApp(async (app) => {
    try {
      const file = { name: basename(path), bytes: await readFile(path) };
      const actor = commandActor(mechanism);
      const query = readInput(ImportQuery, { mechanismId: mechanism, title });
      const imports = app.get(QuickImportService, { strict: false });
      if (!dryRun) {
        const { plan, counts } = await imports.carryOut(actor, file, query);
        const name = plan.title.texts[plan.title.original];
        console.log(
          `Plan "${name}" is made (${plan.id}): ${counts.added} items, ${counts.leftOut} rows left out.`,
        );
        return;
      }
      const { counts, rows, importable } = dryRunResource(await imports.dryRun(actor, file, query), 'en');
      for (const { row, outcome, code, title: name, reason, problems, notices } of rows) {
        const said = [reason, ...problems.map(inCell), ...notices.map(inCell)].filter(Boolean).join(' | ');
        console.log(`row ${row}: ${outcome} ${code} ${name}${said ? ` (${said})` : ''}`);
      }
      console.log(
        `${counts.added} items to add, ${counts.leftOut} rows left out, ${counts.problems} problems. ` +
          (importable ? 'Nothing was changed.' : 'It cannot be taken in like this.'),
      );
    } catch (error) {
      throw inWords(error);
    }
  });

const inCell = ({ column, message }: { column: string | null; message: string }) =>
  column === null ? message : `${column}: ${message}`;
