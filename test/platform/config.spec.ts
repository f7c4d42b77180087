import { join } from 'node:path';
import { readConfig } from '../../src/platform/config.js';

const secret = { SECRET_KEY: 'a secret key of more than thirty-two characters' };

describe('the environment', () => {
  it('may be empty, and is the safe one then', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      secretKey: null,
      queueUrl: 'embedded',
      mailUrl: 'mailbox',
      publicUrl: 'http://localhost:3000',
      trustedProxies: [],
      worker: 'inline',
    });
  });

  it('is read, where an empty variable is none', () => {
    const environment = {
      ...secret,
      PORT: '80',
      QUEUE_URL: '',
      PUBLIC_URL: 'https://a.b/',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8',
    };
    expect(readConfig(environment)).toMatchObject({
      port: 80,
      queueUrl: 'embedded',
      publicUrl: 'https://a.b',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
      secretKey: secret.SECRET_KEY,
      oldSecretKeys: [],
    });
  });

  it('may list the keys before, with commas between', () => {
    const [one, other] = ['1'.repeat(32), '2'.repeat(40)];
    const environment = { ...secret, SECRET_KEY_OLD: ` ${one}, ${other} ` };
    expect(readConfig(environment).oldSecretKeys).toEqual([one, other]);
  });

  it('names each variable that is wrong, and what it must be', () => {
    const environment = {
      PORT: 'x',
      HOST: 'office',
      DATABASE_URL: 'mysql://',
      QUEUE_URL: 'x',
      MAIL_URL: 'x',
      MAIL_LEASE_SECONDS: '1',
      PUBLIC_URL: 'x',
      TRUSTED_PROXIES: '10.0.0.0/8, 1',
      PROXIES: '1',
      SECRET_KEY: 'short',
      SECRET_KEY_OLD: `${'x'.repeat(32)}, short`,
      WORKER: 'x',
      LOG_LEVEL: 'x',
    };
    expect(() => readConfig(environment)).toThrow(
      [
        'The environment is not usable.',
        'PORT: must be a whole number from 0 to 65535',
        'HOST: must be the number of an address: 127.0.0.1, 0.0.0.0, ::1',
        'DATABASE_URL: must be sqlite:<path> or postgres://...',
        'QUEUE_URL: must be embedded, redis://... or postgres://...',
        'MAIL_URL: must be mailbox or smtp://...',
        'MAIL_LEASE_SECONDS: must be a whole number, at least 5',
        'PUBLIC_URL: must be the whole address of a site, https://..., with no path, name or password in it',
        'TRUSTED_PROXIES: must be addresses or ranges of web servers, separated by commas: 127.0.0.1, 10.0.0.0/8, fd00::/8',
        'PROXIES: is not read any more: name the web servers in front by their addresses, in TRUSTED_PROXIES',
        'SECRET_KEY: must have at least 32 characters',
        'SECRET_KEY_OLD: must be keys of at least 32 characters each, with commas between',
        'WORKER: must be inline or separate',
        'LOG_LEVEL: must be fatal, error, warn, info, debug or silent',
        'See .env.example.',
      ].join('\n'),
    );
  });

  it('has paths that are whole, or begin in the project and not where it was started', () => {
    const project = join(import.meta.dirname, '../..');
    expect(readConfig({})).toMatchObject({
      dataDir: join(project, 'data'),
      databaseUrl: `sqlite:${join(project, 'data/waymark.db')}`,
    });
    expect(readConfig({ DATA_DIR: '/srv/waymark', DATABASE_URL: 'sqlite:other/a.db' })).toMatchObject({
      dataDir: '/srv/waymark',
      databaseUrl: `sqlite:${join(project, 'other/a.db')}`,
    });
  });

  it.each([
    // An address by its form, of a scheme of that name: its origin is `null`, as that of a page in a sandbox is.
    'waymark.example.org:8080',
    'javascript:alert(1)',
    'ftp://a.b',
    'https://name:word@a.b',
    'https://a.b/office',
    'https://a.b/?x',
  ])('is reached at a site, and not at %s', (PUBLIC_URL) => {
    expect(() => readConfig({ PUBLIC_URL })).toThrow('PUBLIC_URL');
  });

  it('needs a queue that both processes reach', () => {
    expect(() => readConfig({ WORKER: 'separate' })).toThrow('QUEUE_URL');
  });
});
