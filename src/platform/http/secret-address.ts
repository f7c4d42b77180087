import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { localPath } from './local-path.js';
import { declaredRoutes } from './requests/routes.js';

const SECRET = 'waymark:secret-address';

/**
 * Declares that the address of a route, or of all of a controller, holds a secret that opens something by itself. Such an
 * address goes into no other one (`next`), and no page behind it tells it to another (Referer). Logs name no address at all.
 */
export const SecretAddress = () => SetMetadata(SECRET, true);

/** Knows which addresses hold a secret. */
@Injectable()
export class SecretAddresses implements OnModuleInit {
  /** What they begin with, up to the secret. */
  private beginnings: string[] = [];

  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const reflector = new Reflector();
    this.beginnings = declaredRoutes(this.modules)
      .filter(({ handler, controller }) =>
        reflector.getAllAndOverride<boolean>(SECRET, [handler, controller as typeof handler]),
      )
      .map(({ path }) => path.split(':')[0]!);
  }

  /** A path on this site that may stand in another address; null when there is none such. */
  leadingBack(next: string | null | undefined): string | null {
    const path = localPath(next);
    return path && !this.holds(path) ? path : null;
  }

  /**
   * Whether an address on this site is one of them, however it is written, or holds one in its query; so is what cannot
   * be read as an address.
   */
  holds(address: string): boolean {
    try {
      const { pathname, searchParams } = new URL(address.replace(/^\/+/, '/'), 'http://here');
      const path = decodeURIComponent(pathname).replace(/\/+/g, '/');
      const inside = [...searchParams.values()].filter((value) => value.startsWith('/'));
      return (
        this.beginnings.some((beginning) => path.startsWith(beginning)) ||
        inside.some((value) => this.holds(value))
      );
    } catch {
      return true;
    }
  }
}
