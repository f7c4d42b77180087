import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { InvalidError, UnavailableError } from '../../platform/errors.js';

/** Of the file that is sent. */
export const MAX_LOGO_BYTES = 2_000_000;
const PROGRAM = fileURLToPath(new URL('./draw-logo.js', import.meta.url));
/** Most are drawn in less than one second. */
const LONGEST_MS = 10_000;
const AT_ONCE = 2;

export interface LogoPicture {
  png: Buffer;
  width: number;
  height: number;
}

type Answer = { png: string; width: number; height: number } | { error: string };

let busy = 0;

/**
 * A logo as the picture that is kept, a PNG drawn anew from what was sent. An SVG is drawn too: nothing that it holds
 * (scripts, addresses) reaches anybody. What it is is read from its content. Throws InvalidError on `file`,
 * UnavailableError where others are being drawn.
 */
export async function drawLogo(bytes: Buffer, longest = LONGEST_MS): Promise<LogoPicture> {
  if (bytes.length === 0) throw InvalidError.field('file', 'error.fileEmpty');
  if (busy >= AT_ONCE) throw new UnavailableError('error.busy', LONGEST_MS / 1000);
  busy += 1;
  try {
    const answer = await drawnApart(bytes, longest);
    if ('error' in answer) throw InvalidError.field('file', answer.error);
    return { ...answer, png: Buffer.from(answer.png, 'base64') };
  } finally {
    busy -= 1;
  }
}

/** In a process of its own, which is ended when it takes long. It knows nothing of ours. */
function drawnApart(bytes: Buffer, timeout: number): Promise<Answer> {
  const limits = { timeout, killSignal: 'SIGKILL', env: {} } as const;
  return new Promise((settle) => {
    const { stdin } = execFile(process.execPath, [PROGRAM], limits, (failed, answer) =>
      settle(failed ? { error: 'error.logoKind' } : (JSON.parse(answer) as Answer)),
    );
    // It may have ended before it read all of it.
    stdin!.on('error', () => {});
    stdin!.end(bytes);
  });
}
