import { Agent, get } from 'node:http';

/*
 * The program that asks for one address at a steady pace, whether what it asked before was answered or not: while a
 * server answers nobody, everybody who comes waits. It is told an address, and later to end.
 */

export interface Steady {
  url: string;
  everyMs: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const taken: number[] = [];
let asked = 0;
let timer: NodeJS.Timeout | undefined;

process.on('message', (told: Steady | 'end') => {
  if (told !== 'end') {
    timer = setInterval(() => ask(told.url), told.everyMs);
    return;
  }
  clearInterval(timer);
  void allAnswered().then(() => process.send!(taken, () => process.exit(0)));
});

function ask(url: string): void {
  asked += 1;
  const since = performance.now();
  const answered = get(url, { agent }, (answer) => {
    answer.resume();
    answer.on('end', () => {
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
      taken.push(performance.now() - since);
    });
  });
  answered.on('error', (error) => {
    throw error;
  });
}

async function allAnswered(): Promise<void> {
  while (taken.length < asked) await new Promise((resolve) => setTimeout(resolve, 20));
}
