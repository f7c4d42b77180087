import {
  type Correspondent,
  type Office,
  repliesTo,
  secretariatOf,
} from '../../../src/mechanisms/replies/reply-addresses.js';
import { replyLines } from '../../../src/mechanisms/replies/reply-lines.js';

const person = (
  name: string,
  ...grants: [role: string, subject?: string, scope?: string][]
): Correspondent => ({
  accountId: name,
  name,
  email: `${name.toLowerCase()}@example.org`,
  grants: grants.map(([role, subject = null, scope = 'rabat']) => ({ role, subject, scope })),
});

const amina = person('Amina', ['secretariat']);
const boris = person('Boris', ['secretariat']);
const awa = person('Awa', ['focal-point', 'SEN']);
const birame = person('Birame', ['focal-point', 'SEN']);
const omar = person('Omar', ['focal-point', 'MAR']);
const iom = person('Ines', ['partner', 'IOM']);
const iomToo = person('Igor', ['partner', 'IOM']);
const elsewhere = person('Eli', ['secretariat', undefined, 'khartoum']);
const root = person('Root');
const house = [{ name: 'Root', address: 'root@example.org' }];

const rabat = (replyAddress: string | null = null, secretariat = [amina, boris]): Office => ({
  id: 'rabat',
  shortName: 'Rabat Process',
  replyAddress,
  secretariat,
});
const shared = rabat('office@rabat.example');
const asked = (fields: Partial<Parameters<typeof repliesTo>[0]>) =>
  repliesTo({
    ...{ recipient: awa, outside: false, office: rabat(), asker: null, within: undefined },
    ...{ delegation: [awa, birame, omar], house },
    ...fields,
  });
const WITHIN = { role: 'focal-point', subject: 'SEN' };

describe('a reply to a mail', () => {
  it.each([
    ['goes to who of the secretariat asks', { asker: amina }, 'person', 'amina@'],
    ['goes to the shared address, and names who asks', { asker: amina, office: shared }, 'person', 'office@'],
    ['goes to the people of the secretariat when the clock asks', {}, 'office', 'amina@ boris@'],
    ['goes to its shared address when the clock asks', { office: shared }, 'office', 'office@'],
    ['goes to a colleague of the delegation', { asker: birame }, 'person', 'birame@'],
    ['goes to a colleague of the partner', { recipient: iom, asker: iomToo }, 'person', 'igor@'],
    ['never shows another delegation who did it', { asker: omar }, 'office', 'amina@ boris@'],
    [
      'never shows a partner whose delegate did it',
      { recipient: iom, asker: awa },
      'office',
      'amina@ boris@',
    ],
    ['never shows a delegation which partner did it', { asker: iom }, 'office', 'amina@ boris@'],
    ['reaches, from the secretariat, who acted', { recipient: amina, asker: omar }, 'actor', 'omar@'],
    ['goes to the other people of one\u2019s own secretariat', { recipient: amina }, 'office', 'boris@'],
    ['shows nobody who acted from outside the mechanism', { asker: elsewhere }, 'office', 'amina@ boris@'],
    ['goes to the installation where no secretariat is', { office: rabat(null, []) }, 'house', 'root@'],
    [
      'goes to the installation from its only secretary',
      { recipient: amina, office: rabat(null, [amina]) },
      'house',
      'root@',
    ],
    [
      'goes to the installation about one\u2019s account',
      { recipient: root, office: null },
      'house',
      'root@',
    ],
    ['is read by nobody where no address is known', { office: null, house: [] }, 'nobody', ''],
    ['comes back to who gave a link to a colleague', { outside: true, asker: awa }, 'person', 'awa@'],
    ['stays within the delegation', { within: WITHIN, asker: birame }, 'person', 'birame@'],
    ['stays within it when nobody asks', { within: WITHIN }, 'person', 'birame@'],
    ['stays within it whoever else has a hand in it', { within: WITHIN, asker: amina }, 'person', 'birame@'],
    ['comes back to who is alone in it', { within: WITHIN, delegation: [awa, omar] }, 'person', 'awa@'],
  ])('%s', (_, fields, way, to) => {
    const replies = asked(fields);
    expect(replies.way).toBe(way);
    expect(replies.to.map(({ address }) => `${address.split('@')[0]}@`).join(' ')).toBe(to);
  });

  it('goes to five of a large secretariat', () => {
    const many = Array.from({ length: 9 }, (_, index) => person(`P${index}`, ['secretariat']));
    expect(secretariatOf(rabat(null, many)).to).toHaveLength(5);
  });
});

describe('what the footer says of replies', () => {
  const lines = (fields: object, mechanism: string | null = 'Rabat Process') =>
    replyLines('en', { mechanism, replies: asked(fields), elsewhere: [] });

  it.each([
    [
      { asker: amina },
      'Rabat Process: if anything is unclear, ask Amina. A reply to this mail goes to amina@example.org.',
    ],
    [
      { office: shared },
      'Rabat Process: if anything is unclear, ask its secretariat (Amina and Boris). A reply to this mail goes to its secretariat: office@rabat.example.',
    ],
    [
      { recipient: amina, asker: omar },
      'Rabat Process. A reply to this mail goes to the person who made this change.',
    ],
    [
      { office: rabat(null, []) },
      'Rabat Process. A reply to this mail goes to the administrators: root@example.org.',
    ],
    [
      { office: rabat(null, []), house: [] },
      'Rabat Process. Please do not reply to this mail: nobody would receive it.',
    ],
  ])('%#', (fields, line) => {
    expect(lines(fields)).toEqual([line]);
  });

  it('tells of the others where a mail is of several mechanisms: a reply reaches one secretariat only', () => {
    const replies = asked({ office: shared });
    const others = [{ mechanism: 'Khartoum Process', to: [{ name: 'K', address: 'k@example.org' }] }];
    const said = replyLines('en', { mechanism: 'Rabat Process', replies, elsewhere: others });
    expect(replies.to).toHaveLength(1);
    expect(said[1]).toBe('About the Khartoum Process, please write to k@example.org instead.');
  });
});
