import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './process.js';

/** From Debian's package `postfix`. It takes every mail and forgets it. */
const PROGRAM = '/usr/sbin/smtp-sink';
const BACKLOG = '1000';
const STARTS_WITHIN_MS = 5_000;

export interface SmtpSink {
  url: string;
  stop(): Promise<void>;
}

/** A mail server that costs next to nothing; null where the program is not installed. */
export async function startSmtpSink(): Promise<SmtpSink | null> {
  if (!existsSync(PROGRAM)) return null;
  const port = await freePort();
  // It refuses to stay root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const sink = spawn(PROGRAM, [...user, `127.0.0.1:${port}`, BACKLOG], { stdio: 'ignore' });
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(port))) {
    if (sink.exitCode !== null || Date.now() > deadline) throw new Error(`${PROGRAM} did not start`);
    await delay(20);
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: async () => {
      if (sink.exitCode === null && sink.kill()) await once(sink, 'exit');
    },
  };
}

export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const done = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.on('connect', () => done(true));
    socket.on('error', () => done(false));
    socket.on('timeout', () => done(false));
  });
}
