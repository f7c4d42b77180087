import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Gather } from '../gather.js';
import { OutgoingMessage } from './message.entity.js';

/** Somebody with an account, or without one. */
type Reader = { accountId: string } | { address: string };

/** Who has never had a mail. One that is tried again, or sent twice after a crash, is still the first. */
@Injectable()
export class FirstMails {
  private readonly accounts = new Gather((ids: string[]) => this.without('accountId', ids));
  private readonly addresses = new Gather((addresses: string[]) => this.without('address', addresses));

  constructor(private readonly unitOfWork: UnitOfWork) {}

  isFirst(reader: Reader): Promise<boolean> {
    return 'accountId' in reader ? this.accounts.one(reader.accountId) : this.addresses.one(reader.address);
  }

  private async without(column: 'accountId' | 'address', values: string[]): Promise<boolean[]> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(OutgoingMessage, 'message')
      .select(`message.${column}`, 'value')
      .distinct()
      .where({ [column]: In(values), state: 'sent' })
      .getRawMany<{ value: string }>();
    const known = new Set(rows.map(({ value }) => value));
    return values.map((value) => !known.has(value));
  }
}
