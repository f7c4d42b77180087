import { expiryOf } from '../accounts/keys/new-key.js';
import { PasswordsService } from '../accounts/passwords.service.js';
import { FactorsService } from '../accounts/second-factor/factors.service.js';
import { PeopleService } from '../accounts/people.service.js';
import { TokensService } from '../accounts/keys/tokens.service.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/http/field.js';
import { Email } from '../platform/http/address-fields.js';
import { messageText, translator } from '../platform/i18n/i18n.js';
import { inWords } from './in-words.js';
import { withApp } from './with-app.js';

const BY_COMMAND = { accountId: null, name: 'command' };

/** An address as somebody pasted it. Throws an Error that names the part of it that is wrong. */
function addressOf(text: string): string {
  const read = Email().reader.read(text);
  if (!(read instanceof Problem)) return read;
  throw new Error(`--email: ${messageText(translator('en'), Object.values(read.errors)[0]!)}`);
}

export const createAdministrator = (options: { email: string; name: string }) =>
  withApp(async (app, config) => {
    const email = addressOf(options.email);
    try {
      const account = await app.get(PeopleService).createAdministrator(options.name, email);
      const secret = await app.get(PasswordsService).makeLink(account.id, 'invitation');
      console.log(`Set the password at ${config.publicUrl}/password/${secret} (works once, for two weeks).`);
    } catch (error) {
      throw inWords(error);
    }
  });

interface TokenOptions {
  email: string;
  label: string;
  write?: boolean;
  administrator?: boolean;
}

export const createToken = ({ label, write = false, administrator = false, ...options }: TokenOptions) =>
  withApp(async (app) => {
    const account = await app.get(PeopleService).find({ email: addressOf(options.email) });
    if (!account) throw new Error(`There is no account ${options.email}.`);
    if (administrator && !account.administrator) throw new Error(`${options.email} is no administrator.`);
    const expiresAt = expiryOf(null, app.get(Clock).now());
    const key = { label, expiresAt, canWrite: write, mechanismIds: null, administrator };
    console.log(await app.get(TokensService).issue(BY_COMMAND, account.id, key));
    console.error(`It works until ${expiresAt.toISOString().slice(0, 10)}.`);
  });

export const resetFactors = (options: { email: string; reason: string }) =>
  withApp(async (app) => {
    const account = await app.get(PeopleService).find({ email: addressOf(options.email) });
    if (!account) throw new Error(`There is no account ${options.email}.`);
    await app.get(FactorsService).resetBy(BY_COMMAND, account.id, options.reason);
    console.log(`${account.email} signs in with the password alone until a second factor is set up again.`);
  });
