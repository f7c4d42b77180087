import { PasswordsService } from '../accounts/passwords.service.js';
import { PeopleService } from '../accounts/people.service.js';
import { TokensService } from '../accounts/tokens.service.js';
import { Problem } from '../platform/http/field.js';
import { Email } from '../platform/http/address-fields.js';
import { inWords } from './in-words.js';
import { withApp } from './with-app.js';

const BY_COMMAND = { accountId: null, name: 'command' };

export const createAdministrator = (options: { email: string; name: string }) =>
  withApp(async (app, config) => {
    const email = Email().reader.read(options.email);
    if (email instanceof Problem) throw new Error(`--email: ${options.email} is not an e-mail address.`);
    try {
      const account = await app.get(PeopleService).createAdministrator(options.name, email);
      const secret = await app.get(PasswordsService).makeLink(account.id, 'invitation');
      console.log(`Set the password at ${config.publicUrl}/password/${secret} (works once, for two weeks).`);
    } catch (error) {
      throw inWords(error);
    }
  });

export const createToken = (options: { email: string; label: string }) =>
  withApp(async (app) => {
    const account = await app.get(PeopleService).find({ email: options.email.trim().toLowerCase() });
    if (!account) throw new Error(`There is no account ${options.email}.`);
    console.log(await app.get(TokensService).create(BY_COMMAND, account.id, options.label, null));
  });
