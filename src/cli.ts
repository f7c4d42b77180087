import { Command } from 'commander';
import { addImportOptions } from './commands/import-options.js';
import { nameSourceLines } from './platform/start/source-lines.js';

type Run = (...given: never[]) => Promise<void>;

/** A command is loaded when it is run: one that needs no application, as a backup, is there at once. */
const run =
  <N extends string>(load: () => Promise<Record<N, Run>>, name: N) =>
  async (...given: unknown[]) =>
    (await load())[name](...(given as never[]));

/** One that works on data. Where there is none it says so, before the application is loaded. */
const onData = <N extends string>(load: () => Promise<Record<N, Run>>, name: N) => {
  const command = run(load, name);
  return async (...given: unknown[]) => {
    const { demandData, ownSettings } = await import('./platform/start/start-up.js');
    demandData(ownSettings());
    await command(...given);
  };
};

nameSourceLines();
const program = new Command('waymark').description('Commands for those who run an installation');

program
  .command('migrate')
  .description('bring the tables up to date')
  .action(run(() => import('./commands/migrate.js'), 'migrate'));

program
  .command('administrator')
  .description('make an administrator; prints a link to set the password')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .action(onData(() => import('./commands/people.js'), 'createAdministrator'));

const token = program.command('token').description('keys for programs');
token
  .command('create')
  .description('make a key for an account, for 90 days; prints it once')
  .requiredOption('--email <address>')
  .option('--label <text>', 'what it is for', 'command line')
  .option('--write', 'it may change things, not only read them')
  .option('--administrator', 'it may do what only an administrator may, such as read the metrics')
  .action(onData(() => import('./commands/people.js'), 'createToken'));

const keys = program.command('keys').description('what the secret keys made (SECRET_KEY, SECRET_KEY_OLD)');
keys
  .command('list')
  .description('what each key made that still works')
  .action(onData(() => import('./commands/keys.js'), 'listKeys'));
keys
  .command('end <kind>')
  .description('end what an old key made of a kind')
  .option('--key <id>', 'id of the key; left out for what names none')
  .action(onData(() => import('./commands/keys.js'), 'endKeyUse'));

program
  .command('reset-second-factor')
  .description('take the second factors of somebody who lost them; they are told by mail')
  .requiredOption('--email <address>')
  .requiredOption('--reason <text>', 'how it was made sure who asks')
  .action(onData(() => import('./commands/people.js'), 'resetFactors'));

program
  .command('remind')
  .description('find what is due and send it')
  .option('--as-of <moment>', 'as if it were this moment (ISO 8601)')
  .action(onData(() => import('./commands/remind.js'), 'remind'));

const plan = program.command('plan').description('plans');
addImportOptions(
  plan
    .command('import <file>')
    .description('take a plan from an XLSX, CSV or JSON file; prints what it made, with counts and warnings')
    .requiredOption('--mechanism <id>', 'whose plan it is')
    .option('--dry-run', 'say what would happen, row by row, and change nothing'),
).action(onData(() => import('./commands/import-plan.js'), 'importPlan'));

const submission = program.command('submission').description('submissions to review cycles');
submission
  .command('compile <id>')
  .description('compile a submission now')
  .action(onData(() => import('./commands/compile.js'), 'compile'));

const search = program.command('search').description('what things are found by');
search
  .command('rebuild')
  .description('fill the index from the tables')
  .action(onData(() => import('./commands/search.js'), 'rebuildSearch'));

program
  .command('backup <file>')
  .description('write a copy of the SQLite database and the files, while the server runs or not')
  .option('--to <recipient...>', 'encrypt it to these age recipients (age1...)')
  .option('--passphrase', 'encrypt it with a passphrase: BACKUP_PASSPHRASE, or asked for')
  .addHelpText('after', 'With BACKUP_PASSPHRASE set and no --to it is encrypted with that.')
  .action(run(() => import('./commands/backup/backup.js'), 'backup'));
program
  .command('restore <file>')
  .description('put a backup into an empty DATA_DIR; stop the server first')
  .option('--identity <file>', 'the age identities that open it, as age-keygen writes them')
  .option('--check', 'only see whether it is whole, and change nothing')
  .action(run(() => import('./commands/backup/restore.js'), 'restore'));

program
  .command('demo')
  .description('fill a fresh data folder with two real plans and a quarter of invented work, then serve it')
  .option('--reset', 'replace the data of an earlier demonstration')
  .option('--exit', 'stop after the summary')
  .action(run(() => import('./demo/demo.js'), 'demo'));

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
