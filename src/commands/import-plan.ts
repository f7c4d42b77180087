import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readInput } from '../platform/http/read-input.js';
import { ImportQuery } from '../exchange/import.dto.js';
import { dryRunResource } from '../exchange/import.resource.js';
import { QuickImportService } from '../exchange/quick-import.service.js';
import { commandActor } from './command-actor.js';
import { optionOf, queryOf, type TypedOptions } from './import-options.js';
import { inWords } from './in-words.js';
import { withApp } from './with-app.js';

type Answer = ReturnType<typeof dryRunResource>;
type Options = TypedOptions & { mechanism: string; dryRun?: boolean };

/**
 * Takes a plan from a file, as a new plan of a mechanism; prints what it made, or with `--dry-run` what it would. What
 * the preview warns of is said either way.
 */
export const importPlan = (path: string, { mechanism, dryRun, ...options }: Options) =>
  withApp(async (app) => {
    try {
      const query = readInput(ImportQuery, { mechanismId: mechanism, ...queryOf(options) });
      const file = { name: basename(path), bytes: await readFile(path), encoding: query.encoding };
      const actor = commandActor(mechanism);
      const imports = app.get(QuickImportService, { strict: false });
      if (dryRun) {
        const answer = dryRunResource(await imports.dryRun(actor, file, query), 'en');
        const { counts, importable } = answer;
        say(answer, answer.rows);
        console.log(
          `${counts.added} items to add, ${counts.leftOut} rows left out, ${counts.problems} problems. ` +
            (importable ? 'Nothing was changed.' : 'It cannot be taken in like this.'),
        );
        return;
      }
      const { plan, counts, prepared, source } = await imports.carryOut(actor, file, query);
      const answer = dryRunResource({ ...prepared, source }, 'en');
      say(
        answer,
        answer.rows.filter((row) => saidOf(row).length > 0),
      );
      const name = plan.title.texts[plan.title.original];
      console.log(
        `Plan "${name}" is made (${plan.id}): ${counts.added} items, ${counts.leftOut} rows left out.`,
      );
    } catch (error) {
      throw inWords(error, optionOf);
    }
  });

function say({ notices, readAs }: Answer, rows: Answer['rows']): void {
  for (const { kind, level, rows: number, example } of readAs.rows)
    console.log(`heading rows: ${kind}=${level} (${number} rows, such as "${example}")`);
  for (const notice of notices) console.log(`file: ${inCell(notice)}`);
  for (const one of rows) {
    const said = saidOf(one).join(' | ');
    console.log(`row ${one.row}: ${one.outcome} ${one.code} ${one.title}${said ? ` (${said})` : ''}`);
  }
}

const saidOf = ({ reason, problems, notices }: Answer['rows'][number]): string[] => [
  ...(reason ? [reason] : []),
  ...problems.map(inCell),
  ...notices.map(inCell),
];

const inCell = ({ column, message }: { column: string | null; message: string }) =>
  column === null ? message : `${column}: ${message}`;
