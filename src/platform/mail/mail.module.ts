import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DiscoveryModule } from '@nestjs/core';
import { CONFIG, type Config } from '../config.js';
import { JobQueue } from '../queue/job-queue.js';
import { defineSweep } from '../queue/sweep.js';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { sendMail } from './mail.jobs.js';
import { MAIL_TRANSPORT, MailboxTransport, SmtpTransport } from './mail.transport.js';
import { MailWriter } from './mail-writer.js';
import { MailTroubles } from './mail-troubles.js';
import { FirstMails } from './first-mails.js';
import { MessageClaims } from './message-claims.js';
import { Outbox } from './outbox.js';
import { OutgoingMessage, MailboxMail } from './message.entity.js';

const mailSweep = defineSweep('mail.sweep', 15_000);

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([OutgoingMessage, MailboxMail])],
  providers: [
    Outbox,
    MailWriter,
    MailTroubles,
    MessageClaims,
    FirstMails,
    {
      provide: MAIL_TRANSPORT,
      inject: [CONFIG, UnitOfWork, Clock],
      useFactory: (config: Config, unitOfWork: UnitOfWork, clock: Clock) =>
        config.mailUrl === 'mailbox' ? new MailboxTransport(unitOfWork, clock) : new SmtpTransport(config),
    },
  ],
  exports: [Outbox, MailTroubles, MAIL_TRANSPORT],
})
export class MailModule implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
  ) {}

  async onModuleInit(): Promise<void> {
    this.queue.handle(sendMail, ({ id }) => this.outbox.send(id));
    await mailSweep.start(this.queue, () => this.outbox.sweep());
  }
}
