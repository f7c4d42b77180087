import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../platform/http/access.js';
import type { Actor } from '../platform/http/actor.js';
import { can, isPermission } from './roles.js';

@Injectable()
export class RolePolicy extends AccessPolicy {
  allows(actor: Actor, permission: string, scope: string | null): boolean {
    return isPermission(permission) && can(actor, permission, scope);
  }

  knows(permission: string): boolean {
    return ['anyone', 'signed-in', 'setting-up'].includes(permission) || isPermission(permission);
  }
}
