import type { Role } from '../accounts/roles.js';

/** Invented people, one for each role and a few more delegations. Their names say so. */
export interface DemoPerson {
  key: string;
  name: string;
  language: string;
  zone: string;
  roles: { mechanism: string; role: Role; subject?: string }[];
}

export const people: readonly DemoPerson[] = [
  {
    key: 'secretariat',
    name: 'Selam (secretariat)',
    language: 'en',
    zone: 'Africa/Addis_Ababa',
    roles: [{ mechanism: 'khartoum', role: 'secretariat' }],
  },
  {
    key: 'chair',
    name: 'Claire (chair)',
    language: 'fr',
    zone: 'Europe/Paris',
    roles: [{ mechanism: 'khartoum', role: 'chair' }],
  },
  {
    key: 'kenya',
    name: 'Kamau (Kenya)',
    language: 'en',
    zone: 'Africa/Nairobi',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'KEN' }],
  },
  {
    key: 'kenya-interior',
    name: 'Wanjiru (Kenya)',
    language: 'en',
    zone: 'Africa/Nairobi',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'KEN' }],
  },
  {
    key: 'kenya-foreign',
    name: 'Mutua (Kenya)',
    language: 'en',
    zone: 'Africa/Nairobi',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'KEN' }],
  },
  {
    key: 'egypt',
    name: 'Amal (Egypt)',
    language: 'ar',
    zone: 'Africa/Cairo',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'EGY' }],
  },
  {
    key: 'ethiopia',
    name: 'Eleni (Ethiopia)',
    language: 'en',
    zone: 'Africa/Addis_Ababa',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'ETH' }],
  },
  {
    key: 'italy',
    name: 'Ilaria (Italy)',
    language: 'en',
    zone: 'Europe/Rome',
    roles: [
      { mechanism: 'khartoum', role: 'focal-point', subject: 'ITA' },
      { mechanism: 'rabat', role: 'focal-point', subject: 'ITA' },
    ],
  },
  {
    key: 'partner',
    name: 'Petra (partner)',
    language: 'en',
    zone: 'Europe/Vienna',
    roles: [{ mechanism: 'khartoum', role: 'partner', subject: 'Partner organization' }],
  },
  {
    key: 'reader',
    name: 'Rosa (reader)',
    language: 'es',
    zone: 'Europe/Madrid',
    roles: [{ mechanism: 'khartoum', role: 'reader' }],
  },
  {
    key: 'secretariat-midwa',
    name: 'Salif (secretariat)',
    language: 'fr',
    zone: 'Africa/Abidjan',
    roles: [{ mechanism: 'midwa', role: 'secretariat' }],
  },
  {
    key: 'secretariat-rabat',
    name: 'Rosine (secretariat)',
    language: 'fr',
    zone: 'Europe/Brussels',
    roles: [{ mechanism: 'rabat', role: 'secretariat' }],
  },
  {
    key: 'ghana',
    name: 'Gifty (Ghana)',
    language: 'en',
    zone: 'Africa/Accra',
    roles: [{ mechanism: 'midwa', role: 'focal-point', subject: 'GHA' }],
  },
  {
    key: 'senegal',
    name: 'Sokhna (Senegal)',
    language: 'fr',
    zone: 'Africa/Dakar',
    roles: [{ mechanism: 'midwa', role: 'focal-point', subject: 'SEN' }],
  },
  {
    key: 'colleague',
    name: 'Samir (secretariat)',
    language: 'en',
    zone: 'Africa/Cairo',
    roles: [{ mechanism: 'khartoum', role: 'secretariat' }],
  },
  {
    key: 'tunisia',
    name: 'Tarek (Tunisia)',
    language: 'fr',
    zone: 'Africa/Tunis',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'TUN' }],
  },
  {
    key: 'south-sudan',
    name: 'Sarah (South Sudan)',
    language: 'en',
    zone: 'Africa/Juba',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'SSD' }],
  },
  {
    key: 'germany',
    name: 'Gesine (Germany)',
    language: 'en',
    zone: 'Europe/Berlin',
    roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'DEU' }],
  },
  {
    key: 'spain',
    name: 'Elena (Spain)',
    language: 'es',
    zone: 'Europe/Madrid',
    roles: [{ mechanism: 'rabat', role: 'focal-point', subject: 'ESP' }],
  },
  {
    key: 'morocco',
    name: 'Meryem (Morocco)',
    language: 'ar',
    zone: 'Africa/Casablanca',
    roles: [{ mechanism: 'rabat', role: 'focal-point', subject: 'MAR' }],
  },
];
