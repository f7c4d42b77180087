import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 10;
const READY_WITHIN_MS = 120_000;

export interface Started {
  url: string;
  /** When it was started, as `performance.now()` counts. */
  since: number;
  /** Resolves at the first answer to `path` that is none of an error. Rejects when none comes. */
  answers(path: string): Promise<void>;
  /** Of memory in use (resident), as Linux counts them. */
  megabytes(): number;
  /** The same of it and of all processes that it started. */
  familyMegabytes(): number;
  end(): Promise<void>;
}

/** Starts a server in a process of its own, with this environment and none of this process's. */
export async function startProcess(program: string, env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const since = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    url,
    since,
    answers: async (path) => {
      const deadline = since + READY_WITHIN_MS;
      while (!(await fetch(url + path).catch(() => null))?.ok) {
        if (child.exitCode !== null || performance.now() > deadline)
          throw new Error(`${program} did not start`);
        await delay(POLL_MS);
      }
    },
    megabytes: () => residentMegabytes(child.pid!),
    familyMegabytes: () => familyOf(child.pid!).reduce((sum, pid) => sum + residentMegabytes(pid), 0),
    end: async () => {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}

/** None of a process that has just ended. */
function residentMegabytes(pid: number): number {
  const [, kilobytes = 0] = /VmRSS:\s+(\d+)/.exec(readOrEmpty(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}

function familyOf(pid: number): number[] {
  const children = readOrEmpty(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
