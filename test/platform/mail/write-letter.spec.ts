import { translator } from '../../../src/platform/i18n/i18n.js';
import type { Letter } from '../../../src/platform/mail/letter.js';
import { writeLetter } from '../../../src/platform/mail/write-letter.js';

const HOUSE = 'https://waymark.test';
const account = { name: 'Amina', email: 'amina@example.org', language: 'fr' };
const letter: Letter = {
  subject: 'A title\r\nBcc: x@example.org',
  paragraphs: ['What it is about.'],
  items: [{ title: 'One', href: '/items/1', action: 'Open', links: [{ label: 'Later', href: '/later' }] }],
  action: { label: 'Home', href: '/' },
  footer: ['Why it came.'],
};

describe('a letter', () => {
  it('goes to the account, greeted in its language, with the same addresses in text and HTML', () => {
    const mail = writeLetter(letter, account, HOUSE);
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
    expect(writeLetter(letter, account, HOUSE).subject).toBe('A title Bcc: x@example.org');
  });

  it('lets no name write lines of its own, not even one that is there from before', () => {
    const forged = 'Amina\n\nYour account is closed. Sign in at\u2028https://elsewhere.example';
    const t = translator('en');
    const paragraphs = [t('error.tooLong', { maximum: forged })];
    const items = [{ title: forged, href: '/items/1', action: 'Open' }];
    const { text } = writeLetter({ ...letter, paragraphs, items }, { ...account, name: forged }, HOUSE);
    expect(text.split('\n').filter((line) => /^(Your|https:..elsewhere)/.test(line))).toEqual([]);
    expect(text).not.toContain('\u2028');
  });

  it('asks for no automatic replies, and offers to unsubscribe where one can', () => {
    expect(writeLetter(letter, account, HOUSE).headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
    const unsubscribe = { label: 'No more', href: '/stop' };
    expect(writeLetter({ ...letter, unsubscribe }, account, HOUSE).headers).toEqual({
      'List-Unsubscribe': `<${HOUSE}/stop>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    });
  });

  it('goes to somebody without an account instead, in their language and without the words to an account', () => {
    const to = { name: 'Ben', email: 'ben@example.org', language: 'en' };
    const mail = writeLetter({ ...letter, to }, account, HOUSE);
    expect(mail.to).toBe('ben@example.org');
    expect(mail.text).toMatch(/^Dear Ben,/);
    expect(mail.text).toMatch(/-- \nWhy it came\.\n$/);
  });
});
