import type { DiscoveryService, ModuleRef } from '@nestjs/core';
import type { Config } from '../../../src/platform/config.js';
import { ForbiddenError, NotFoundError } from '../../../src/platform/errors.js';
import { visitor } from '../../../src/platform/http/actor.js';
import { MailKind, type MailSubject, type Recipient } from '../../../src/platform/mail/mail-kind.js';
import type { SecretAddresses } from '../../../src/platform/http/secret-address.js';
import type { FirstMails } from '../../../src/platform/mail/first-mails.js';
import { MailWriter } from '../../../src/platform/mail/mail-writer.js';
import type { OutgoingMessage } from '../../../src/platform/mail/message.entity.js';

type State = MailSubject & { state: string };
const recipient: Recipient = {
  ...visitor('en'),
  accountId: 'amina',
  email: 'amina@example.org',
  entrance: () => Promise.resolve(undefined),
};
const message = { kind: 'test', key: 'test:asked:amina', accountId: 'amina' } as OutgoingMessage;

class TestMail extends MailKind<State> {
  readonly kind = 'test';
  readonly find;
  gone = 0;
  constructor(find: () => State | State[] | null = () => ({ id: '1', state: 'asked' })) {
    super();
    this.find = async () => find();
  }
  key({ state }: State, accountId: string) {
    return `test:${state}:${accountId}`;
  }
  origin() {
    return { scopes: ['rabat'] };
  }
  letter({ state }: State) {
    return { subject: state, paragraphs: [] };
  }
  override async recipientGone() {
    this.gone += 1;
  }
}

function writerOf(kinds: MailKind[], account: Recipient | null = recipient): MailWriter {
  const discovery = { getProviders: () => [{ instance: {} }, ...kinds.map((instance) => ({ instance }))] };
  const people = {
    find: () => Promise.resolve(account),
    of: () => Promise.resolve({ replyTo: [{ name: 'Office', address: 'office@example.org' }], footer: [] }),
    introduction: () => Promise.resolve('What this is.'),
  };
  const modules = { get: () => people };
  const config = { publicUrl: 'http://waymark.test' } as Config;
  const writer = new MailWriter(
    config,
    discovery as unknown as DiscoveryService,
    modules as unknown as ModuleRef,
    { isFirst: () => Promise.resolve(true) } as unknown as FirstMails,
    { holds: () => false } as unknown as SecretAddresses,
  );
  writer.onModuleInit();
  return writer;
}

const throwing = (error: Error) => () => {
  throw error;
};

describe('writing a mail', () => {
  it('writes what was posted, as it stands now', async () => {
    const mail = await writerOf([new TestMail()]).write([message]);
    expect(mail).toMatchObject({
      mail: {
        to: 'amina@example.org',
        subject: 'asked',
        replyTo: [{ address: 'office@example.org' }],
        text: expect.stringContaining('What this is.') as string,
      },
    });
  });

  it('finds the one that was posted among several', async () => {
    const states = ['answered', 'asked'].map((state) => ({ id: '1', state }));
    expect(await writerOf([new TestMail(() => states)]).write([message])).toMatchObject({
      mail: { subject: 'asked' },
    });
  });

  it.each([
    ['it is gone', () => null],
    ['it has moved on', () => ({ id: '1', state: 'answered' })],
    ['none of several is as it was posted', () => []],
    ['the person may not know of it', throwing(new NotFoundError('thing'))],
    ['the person may not do it', throwing(new ForbiddenError())],
  ])('writes nothing when %s', async (_, find) => {
    expect(await writerOf([new TestMail(find)]).write([message])).toBe('subject');
  });

  it('writes nothing to a closed account, and says so', async () => {
    const kind = new TestMail();
    expect(await writerOf([kind], null).write([message])).toBe('recipient');
    expect(kind.gone).toBe(1);
  });

  it('fails when the look fails, to be tried again', async () => {
    const writer = writerOf([new TestMail(throwing(new Error('database is gone')))]);
    await expect(writer.write([message])).rejects.toThrow('database is gone');
  });

  it('fails for a kind that is defined nowhere, and at start for one defined twice', async () => {
    await expect(writerOf([]).write([message])).rejects.toThrow('no mail of kind test is defined');
    expect(() => writerOf([new TestMail(), new TestMail()])).toThrow('mail of kind test is defined twice');
  });
});
