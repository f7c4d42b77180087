import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Has another process do one task: a program of this folder that gets one message and answers with one. */
export async function inChild<Task, Answer>(program: string, task: Task): Promise<Answer> {
  const child = fork(new URL(program, import.meta.url), { execArgv: [] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code} and without an answer`);
  });
  const answered = once(child, 'message').then(([answer]) => answer as Answer);
  child.send(task as object);
  try {
    return await Promise.race([answered, ended]);
  } finally {
    ended.catch(() => undefined);
  }
}
