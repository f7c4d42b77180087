import { Command } from 'commander';
import { backup } from './commands/backup/backup.js';
import { restore } from './commands/backup/restore.js';
import { compile } from './commands/compile.js';
import { importPlan } from './commands/import-plan.js';
import { endKeyUse, listKeys } from './commands/keys.js';
import { createAdministrator, createToken } from './commands/people.js';
import { migrate } from './commands/migrate.js';
import { remind } from './commands/remind.js';
import { rebuildSearch } from './commands/search.js';
import { demo } from './demo/demo.js';

const program = new Command('waymark').description('Commands for those who run an installation');

program.command('migrate').description('bring the tables up to date').action(migrate);

program
  .command('administrator')
  .description('make an administrator; prints a link to set the password')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .action(createAdministrator);

const token = program.command('token').description('keys for programs');
token
  .command('create')
  .description('make a key for an account; prints it once')
  .requiredOption('--email <address>')
  .option('--label <text>', 'what it is for', 'command line')
  .action(createToken);

const keys = program.command('keys').description('what the secret keys made (SECRET_KEY, SECRET_KEY_OLD)');
keys.command('list').description('what each key made that still works').action(listKeys);
keys
  .command('end <kind>')
  .description('end what an old key made of a kind')
  .option('--key <id>', 'id of the key; left out for what names none')
  .action(endKeyUse);

program
  .command('remind')
  .description('find what is due and send it')
  .option('--as-of <moment>', 'as if it were this moment (ISO 8601)')
  .action(remind);

const plan = program.command('plan').description('plans');
plan
  .command('import <file>')
  .description('take a plan from an XLSX, CSV or JSON file; prints what it made, with counts')
  .requiredOption('--mechanism <id>', 'whose plan it is')
  .option('--title <text>', 'what it is called')
  .option('--dry-run', 'say what would happen, row by row, and change nothing')
  .action(importPlan);

const submission = program.command('submission').description('submissions to review cycles');
submission.command('compile <id>').description('compile a submission now').action(compile);

const search = program.command('search').description('what things are found by');
search.command('rebuild').description('fill the index from the tables').action(rebuildSearch);

program
  .command('backup <file>')
  .description('write a copy of the SQLite database and the files, while the server runs or not')
  .option('--to <recipient...>', 'encrypt it to these age recipients (age1...)')
  .option('--passphrase', 'encrypt it with a passphrase: BACKUP_PASSPHRASE, or asked for')
  .addHelpText('after', 'With BACKUP_PASSPHRASE set and no --to it is encrypted with that.')
  .action(backup);
program
  .command('restore <file>')
  .description('put a backup into an empty DATA_DIR; stop the server first')
  .option('--identity <file>', 'the age identities that open it, as age-keygen writes them')
  .option('--check', 'only see whether it is whole, and change nothing')
  .action(restore);

program
  .command('demo')
  .description('fill a fresh data folder with two real plans and a quarter of invented work, then serve it')
  .option('--reset', 'replace the data of an earlier demonstration')
  .option('--exit', 'stop after the summary')
  .action(demo);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
