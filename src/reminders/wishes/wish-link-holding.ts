import { Injectable } from '@nestjs/common';
import { Holding } from '../../accounts/passwords/holdings.js';
import { WishLinkEnds } from './wish-link-ends.js';

/** The links in reminders that a person got until now. */
@Injectable()
export class WishLinkHolding extends Holding {
  readonly holds = 'links';

  constructor(private readonly ends: WishLinkEnds) {
    super();
  }

  endAll(accountId: string): Promise<void> {
    return this.ends.endOf(accountId);
  }
}
