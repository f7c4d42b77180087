import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Settings } from '../../platform/config.js';

/**
 * The passphrase of a backup: from the environment, or asked for at the terminal, unseen. Never an argument: those are
 * read by everybody who lists the processes of the machine.
 */
export async function passphraseFor(
  { backupPassphrase }: Pick<Settings, 'backupPassphrase'>,
  times: 1 | 2,
): Promise<string> {
  if (backupPassphrase !== null) return backupPassphrase;
  if (!process.stdin.isTTY)
    throw new Error('A passphrase is needed: set BACKUP_PASSPHRASE, or run it at a terminal.');
  const first = await ask('Passphrase of the backup: ');
  if (times === 2) {
    if (first.length < 12) throw new Error('A passphrase has at least 12 characters.');
    if ((await ask('Once more: ')) !== first) throw new Error('The two are not the same.');
  }
  return first;
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
