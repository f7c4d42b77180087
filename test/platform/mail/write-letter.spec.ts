import { translator } from '../../../src/platform/i18n/i18n.js';
import type { Letter } from '../../../src/platform/mail/letter.js';
import { writeLetter } from '../../../src/platform/mail/write-letter.js';

const HOUSE = 'https://waymark.test';
const AROUND = {
  replyTo: [{ name: 'The office\r\nBcc: x@example.org', address: 'office@example.org' }],
  footer: ['Whom to ask.'],
  holdsSecrets: false,
};
const account = { name: 'Amina', email: 'amina@example.org', language: 'fr' };
const letter: Letter = {
  subject: 'A title\r\nBcc: x@example.org',
  paragraphs: ['What it is about.'],
  items: [{ title: 'One', href: '/items/1', action: 'Open', links: [{ label: 'Later', href: '/later' }] }],
  action: { label: 'Home', href: '/' },
  footer: ['Why it came.'],
};

const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

describe('a letter', () => {
  it('goes to the account, greeted in its language, with the same addresses in text and HTML', () => {
    const mail = writeLetter(letter, account, AROUND, HOUSE);
    expect(mail.to).toBe('amina@example.org');
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain('Amina');
      expect(form).toContain(`${HOUSE}/items/1`);
      expect(form).toContain(`${HOUSE}/later`);
      expect(form).toContain('Why it came.');
    }
    expect(mail.text).toContain(`Home\u00a0:\n${HOUSE}\n`);
    expect(mail.html).toContain(`href="${HOUSE}"`);
    expect(mail.html).toContain('<html lang="fr"');
  });

  it('lets no title add headers of its own', () => {
    expect(writeLetter(letter, account, AROUND, HOUSE).subject).toBe('A title Bcc: x@example.org');
  });

  it('lets no name write lines of its own, not even one that is there from before', () => {
    const forged = 'Amina\n\nYour account is closed. Sign in at\u2028https://elsewhere.example';
    const t = translator('en');
    const paragraphs = [t('error.tooLong', { maximum: forged })];
    const items = [{ title: forged, href: '/items/1', action: 'Open' }];
    const { text } = writeLetter(
      { ...letter, paragraphs, items },
      { ...account, name: forged },
      AROUND,
      HOUSE,
    );
    expect(text.split('\n').filter((line) => /^(Your|https:..elsewhere)/.test(line))).toEqual([]);
    expect(text).not.toContain('\u2028');
  });

  it('asks for no automatic replies, and offers to unsubscribe where one can', () => {
    expect(writeLetter(letter, account, AROUND, HOUSE).headers).toEqual(AUTOMATIC);
    const unsubscribe = { label: 'No more', href: '/stop' };
    expect(writeLetter({ ...letter, unsubscribe }, account, AROUND, HOUSE).headers).toEqual({
      'List-Unsubscribe': `<${HOUSE}/stop>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      ...AUTOMATIC,
    });
  });

  it('goes to somebody without an account instead, in their language and without the words to an account', () => {
    const to = { name: 'Ben', email: 'ben@example.org', language: 'en' };
    const mail = writeLetter({ ...letter, to }, account, AROUND, HOUSE);
    expect(mail.to).toBe('ben@example.org');
    expect(mail.text).toMatch(/^Dear Ben,/);
    expect(mail.text).toMatch(/-- \nWhom to ask\.\nWhy it came\.\n$/);
  });

  it('says where a reply goes, in a header that no name can add to', () => {
    const { replyTo, text, html } = writeLetter(letter, account, AROUND, HOUSE);
    expect(replyTo).toEqual([{ name: 'The office Bcc: x@example.org', address: 'office@example.org' }]);
    for (const form of [text, html]) expect(form).toContain('Whom to ask.');
  });

  it('begins with what this is, when it is the first, and warns of links that open by themselves', () => {
    const around = { ...AROUND, introduction: 'What this is.', holdsSecrets: true };
    const { text } = writeLetter(letter, { ...account, language: 'en' }, around, HOUSE);
    expect(text).toMatch(/^Dear Amina,\n\nWhat this is\.\n\nWhat it is about\./);
    expect(text).toContain('Delete it before you reply');
  });

  it('shows what it asks for as the button, and the rest as small links', () => {
    const items = [{ title: 'A call', href: '/answer/1', action: 'Answer', button: true }];
    const links = [{ label: 'Set the password', href: '/password/1' }];
    const { text, html } = writeLetter(
      { ...letter, items, links, action: undefined },
      account,
      AROUND,
      HOUSE,
    );
    expect(html).toMatch(
      /href="https:\/\/waymark\.test\/answer\/1" style="display:inline-block[^"]*">Answer</,
    );
    expect(html).toMatch(
      /href="https:\/\/waymark\.test\/password\/1" style="color:#595e63;">Set the password</,
    );
    expect(text.indexOf('Answer')).toBeLessThan(text.indexOf('Set the password'));
  });
});
