import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ArrivedMail {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
}

/** A real mail server on a port of its own. */
export interface Smtp {
  /** For MAIL_URL. */
  url: string;
  /** Every mail that arrived whole, in that order; also one whose sender died before it was told so. */
  arrived: ArrivedMail[];
  /** What it says to a mail instead of taking it; null takes it. Set it to what the test needs. */
  refuse: (mail: ArrivedMail) => { code: number; words: string } | null;
  /** Resolves once so many have arrived, or one that `fits`; rejects after `withinMs`. */
  wait(what: number | ((mail: ArrivedMail) => boolean), withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** `answerMs`: how long it takes to say "250 OK" once it has a mail, as servers do that look at what they get. */
export async function startSmtp({ answerMs = 0 } = {}): Promise<Smtp> {
  const arrived: ArrivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, answer) {
      simpleParser(stream)
        .then(async ({ messageId = '', subject = '', text = '', html }) => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          const mail = { to, messageId, subject, text, html: html || '' };
          const refused = smtp.refuse(mail);
          if (refused) return answer(Object.assign(new Error(refused.words), { responseCode: refused.code }));
          arrived.push(mail);
          waiting.forEach((look) => look());
          await delay(answerMs);
          answer();
        })
        // The sender died in the middle of it.
        .catch((error: Error) => answer(error));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const smtp: Smtp = {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: () => null,
    wait: (what, withinMs = 60_000) =>
      new Promise((resolve, reject) => {
        const isThere = () => (typeof what === 'number' ? arrived.length >= what : arrived.some(what));
        const end = (how: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          how();
        };
        const look = () => void (isThere() && end(resolve));
        const late = () => reject(new Error(`the mail did not arrive; ${arrived.length} others did`));
        const timer = setTimeout(() => end(late), withinMs);
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return smtp;
}
