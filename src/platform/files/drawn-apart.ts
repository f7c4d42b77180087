import { execFile } from 'node:child_process';
import { InvalidError, UnavailableError } from '../errors.js';

/** Most pictures are drawn in less than one second. */
const LONGEST_MS = 10_000;
const AT_ONCE = 2;
/** Of an answer, whose picture stands in it as text. */
const MOST_BYTES = 4_000_000;

export interface DrawnPicture {
  png: Buffer;
  width: number;
  height: number;
}

type Answer = { png: string; width: number; height: number } | { error: string };

let busy = 0;

/**
 * A picture that somebody sent, drawn anew by a program of its own, which is ended when it takes long and knows nothing
 * of ours. What the picture is is read from its content. Throws InvalidError on `file` with what the program says, or
 * with `unread`; UnavailableError where others are being drawn.
 */
export async function drawnApart(
  program: string,
  bytes: Buffer,
  { unread, longest = LONGEST_MS }: { unread: string; longest?: number },
): Promise<DrawnPicture> {
  if (bytes.length === 0) throw InvalidError.field('file', 'error.fileEmpty');
  if (busy >= AT_ONCE) throw new UnavailableError('error.busy', LONGEST_MS / 1000);
  busy += 1;
  try {
    const answer = await answered(program, bytes, { unread, longest });
    if ('error' in answer) throw InvalidError.field('file', answer.error);
    return { ...answer, png: Buffer.from(answer.png, 'base64') };
  } finally {
    busy -= 1;
  }
}

function answered(
  program: string,
  bytes: Buffer,
  { unread, longest }: { unread: string; longest: number },
): Promise<Answer> {
  const limits = { timeout: longest, killSignal: 'SIGKILL', env: {}, maxBuffer: MOST_BYTES } as const;
  return new Promise((settle) => {
    const { stdin } = execFile(process.execPath, [program], limits, (failed, answer) =>
      settle(failed ? { error: unread } : (JSON.parse(answer) as Answer)),
    );
    // It may have ended before it read all of it.
    stdin!.on('error', () => {});
    stdin!.end(bytes);
  });
}
