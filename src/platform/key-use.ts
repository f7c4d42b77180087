import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

/** How much of a kind one key made that is still good for something. */
export interface KeyCount {
  /** Null for what was made before things named their key: it holds while the key it was made by is listed. */
  keyId: string | null;
  count: number;
  /** When the last of it ends by itself; null when it does not. */
  until: Date | null;
}

/** What a feature made with the installation's keys: a provider of the feature, and nothing else. */
export abstract class KeyUse {
  /** Also the end of its name in the catalogue: `secretKeys.kind.<kind>`. */
  abstract readonly kind: string;
  /** What is still good for something, by key. */
  abstract count(): Promise<KeyCount[]>;
  /**
   * Ends what a key made. Called inside a unit of work, never for the current key. Left out where it would lose what
   * somebody needs: that is made anew by the current key, and counts here until it is.
   */
  endUnder?(keyId: string | null): Promise<void>;
}

/** All that the installation's keys made, whichever feature did. */
@Injectable()
export class KeyUses implements OnModuleInit {
  all: KeyUse[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.all = this.discovery
      .getProviders()
      .flatMap(({ instance }) => (instance instanceof KeyUse ? [instance] : []));
  }
}
