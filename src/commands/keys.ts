import { SecretKeysService } from '../accounts/secret-keys/secret-keys.service.js';
import { translator } from '../platform/i18n/i18n.js';
import type { TextKey } from '../platform/i18n/i18n.js';
import { commandActor } from './command-actor.js';
import { inWords } from './in-words.js';
import { withApp } from './with-app.js';

/** With the machine in hand, as an administrator. */
const operator = { ...commandActor(''), grants: [], administrator: true };

export const listKeys = () =>
  withApp(async (app) => {
    const service = app.get(SecretKeysService);
    const t = translator('en');
    console.log(`Keys listed, the one in use first: ${service.listed.join(', ')}`);
    for (const { kind, keyId, count, until, standing } of await service.list(operator)) {
      const end = until ? `until ${until.toISOString()}` : t('secretKeys.whileListed');
      console.log(
        `${kind}\t${keyId ?? '-'}\t${t(`secretKeys.${standing}`)}\t${count}\t${standing === 'gone' ? t('secretKeys.over') : end}\t${t(`secretKeys.kind.${kind}` as TextKey)}`,
      );
    }
  });

export const endKeyUse = (kind: string, options: { key?: string }) =>
  withApp(async (app) => {
    try {
      await app.get(SecretKeysService).end(operator, kind, options.key ?? null);
    } catch (error) {
      throw inWords(error);
    }
    console.log(`Ended: ${kind}, made by ${options.key ?? 'what names no key'}.`);
  });
