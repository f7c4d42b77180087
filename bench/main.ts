import { board, type Filled } from './board.js';
import { documents } from './documents.js';
import { importPlan } from './import-plan.js';
import { pages } from './pages.js';
import { compileMemory, largeDocument } from './large-document.js';
import { listByObjective } from './list-by-objective.js';
import { newEntry } from './new-entry.js';
import { reminders } from './reminders.js';
import { saveEntry } from './save-entry.js';
import { search } from './search.js';
import { startUp } from './start-up.js';
import { startApp } from './support/app.js';
import { asTable, type Figure } from './support/figure.js';
import { seed } from './support/seed.js';
import { seedLarge } from './support/seed-large.js';
import { startSmtpSink } from './support/smtp-sink.js';
import { twoProcesses } from './two-processes.js';

/** Entries on 5,000 items. */
const FEW = 1_000;
const MANY = 100_000;

const json = process.argv.includes('--json');
/** Asked for only: a hundred thousand entries are in the index of words after a quarter of an hour. */
const searching = process.argv.includes('--search');
const figures: Figure[] = [];

/** Standard output has the figures and nothing else. */
const say = (line: string) => console.error(line);

function report(measured: Figure[]): void {
  figures.push(...measured);
  if (json) for (const figure of measured) console.log(JSON.stringify(figure));
}

const sink = await startSmtpSink();
try {
  await measureApp();
} finally {
  await sink?.stop();
}
if (process.env.DATABASE_URL?.startsWith('postgres')) {
  say('Saving through two web processes ...');
  report(await twoProcesses());
}
await measureLarge();
say('Writing documents ...');
report(await documents());
say('Compiling and making a large document ...');
report(await largeDocument());
report(await compileMemory());
if (!json) console.log(`\n${asTable(figures)}`);

async function measureApp(): Promise<void> {
  const app = await startApp({ mailUrl: sink?.url ?? 'mailbox' });
  try {
    say('Filling the database ...');
    const seeded = await seed(app);
    await app.tidy();
    say('Saving entries ...');
    report(await saveEntry(app, seeded));
    await app.tidy();
    say('Beginning and submitting entries ...');
    report(await newEntry(app, seeded));
    await app.tidy();
    say('Showing pages ...');
    report(await pages(app, seeded));
    say('Listing by objective ...');
    report(await listByObjective(app, seeded));
    say('Importing plans ...');
    report(await importPlan(app));
    say(
      sink ? 'Sending reminders ...' : 'Reminders are not measured: smtp-sink is missing (package postfix).',
    );
    if (sink) report(await reminders(app));
    say('Starting it ...');
    report(await startUp(app, seeded));
  } finally {
    await app.close();
  }
}

async function measureLarge(): Promise<void> {
  const filled: Filled[] = [];
  try {
    for (const entries of [FEW, MANY]) {
      say(`Filling a mechanism with ${entries} entries ...`);
      const app = await startApp({ mailUrl: 'mailbox' });
      filled.push({ app, entries, mechanism: await seedLarge(app, entries) });
    }
    const [few, many] = filled as [Filled, Filled];
    say('Counting boards ...');
    report(await board(few, many));
    if (searching) {
      say('Searching ...');
      report(await search(few, many));
    }
  } finally {
    for (const { app } of filled) await app.close();
  }
}
