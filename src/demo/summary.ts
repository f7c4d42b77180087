import { relative } from 'node:path';
import type { Config } from '../platform/config.js';
import type { Summary } from './quarter.js';

/** Tells what the demonstration did, where its documents are, and how to sign in. */
export function printSummary(summary: Summary, config: Config, seconds: number): void {
  const states = Object.entries(summary.entries)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
  const width = Math.max(...summary.people.map(({ email }) => email.length)) + 2;
  const lines = [
    `A quarter of a year in ${seconds.toFixed(0)} seconds:`,
    '',
    `  ${summary.mechanisms} mechanisms in the registry`,
    ...summary.plans.map(({ title, items }) => `  plan "${title}" with ${items} items`),
    `  ${summary.meetings} meetings, some held and some to come`,
    `  entries: ${states}; ${summary.released} of them released for documents`,
    `  release: ${count(summary.release.linked, 'entry', 'entries')} linked to another mechanism, ${count(summary.release.wordings, 'summary', 'summaries')} approved by the delegation, ${count(summary.release.takenBack, 'release', 'releases')} taken back before compiling`,
    `  ${summary.practices} practices, one of them in review; ${summary.requests} requests for support, one with an offer`,
    `  ${summary.rounds} calls for inputs, to ${summary.asked} delegations: answered, begun, declined and open`,
    `  ${summary.deliveries} reminders found due; ${summary.mails} mails in the mailbox, invitations included`,
    `  one submission handed in and kept; a contribution and a tracking matrix in three languages, as:`,
    ...summary.documents.map((path) => `    ${relative(process.cwd(), path)}`),
    '',
    `Address: ${config.publicUrl}`,
    `Password of every account: ${summary.password}`,
    ...summary.people.map(({ email, role }) => `  ${email.padEnd(width)}${role}`),
  ];
  console.log(lines.join('\n'));
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
