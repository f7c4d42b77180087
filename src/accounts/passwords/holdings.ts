import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { HOLDING_KINDS, type HoldingKind } from './holding-kinds.js';

/** One sort of them: a provider of the feature that makes it. It ends with the account, and with a password if wished. */
export abstract class Holding {
  abstract readonly holds: HoldingKind;
  /** Ends all that the account has of it. Called inside a unit of work. */
  abstract endAll(accountId: string): Promise<void>;
}

/** All that works without a password, whichever feature makes it. */
@Injectable()
export class Holdings implements OnModuleInit {
  private holdings: Holding[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.holdings = this.discovery
      .getProviders()
      .flatMap(({ instance }) => (instance instanceof Holding ? [instance] : []));
  }

  /** Ends what an account has of some kinds. Call inside a unit of work. */
  async endAll(accountId: string, kinds: readonly HoldingKind[] = HOLDING_KINDS): Promise<void> {
    for (const holding of this.holdings) if (kinds.includes(holding.holds)) await holding.endAll(accountId);
  }
}
