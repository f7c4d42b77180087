import { decodeText, sampleIn } from '../../../src/platform/spreadsheets/decode-text.js';
import { type Encoding, ENCODINGS } from '../../../src/platform/spreadsheets/encodings.js';

/** Text in a character set of one byte each, by what `TextDecoder` makes of each byte. */
function encoded(text: string, encoding: Encoding): Buffer {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = Array.from(bytes, (byte) => decodeText(Uint8Array.of(byte), encoding)?.text ?? '');
  return Buffer.from(
    Array.from(text, (letter) => {
      const byte = letters.indexOf(letter);
      if (byte < 0) throw new Error(`${encoding} has no ${letter}`);
      return byte;
    }),
  );
}

const PLANS = {
  french:
    'N°;Activité;Échéance\n1;Renforcer la coopération à la frontière;février 2026\n2;Accès à l’asile, égalité; reçu\n',
  spanish: 'Código;Acción\n1;Protección de niños y niñas en tránsito\n2;Gestión de fronteras: ¿quién?\n',
  portuguese: 'N.º;Ação\n1;Cooperação e gestão das migrações\n2;Proteção às vítimas, não à exclusão\n',
  polish:
    'Kod;Działanie\n1;Współpraca na granicy, ochrona ludności\n2;Szkolenie urzędników i źródła danych\n',
  czech: 'Kód;Činnost\n1;Školení úředníků a řízení hranic\n2;Přístup k údajům žadatelů\n',
  hungarian: 'Kód;Tevékenység\n1;Határőrség képzése, együttműködés\n2;Önkéntes visszatérés elősegítése\n',
  russian: 'Код;Мероприятие;Срок\n1;Обучение пограничников;2026\n2;Обмен данными о миграции в регионе;2027\n',
  shortRussian: '1;Обучение\n',
  capitals: 'КОД;МЕРОПРИЯТИЕ\n1;ОБУЧЕНИЕ СОТРУДНИКОВ И ЗАЩИТА ПРАВ\n',
  ukrainian: 'Код;Захід\n1;Навчання прикордонників і їх підтримка\n2;Обмін даними про міграцію\n',
  turkish: 'Kod;Faaliyet\n1;Sınır yönetimi için eğitim çalışması\n2;Göçmenlerin korunması ve iş birliği\n',
  greek: 'Κωδικός;Δράση\n1;Εκπαίδευση συνοριοφυλάκων\n2;Ανταλλαγή δεδομένων για τη μετανάστευση\n',
  arabic: 'الرمز;النشاط\n1;تدريب موظفي الحدود\n2;تبادل البيانات حول الهجرة والتنمية؛ قانون\n',
  oneAccent: "Code;Title\n1;Rabat Process in Cote d'Ivoire\n2;Café of the regional office\n",
} as const;

describe('a file kept in older characters', () => {
  it.each<[keyof typeof PLANS, Encoding, Encoding?]>([
    ['french', 'windows-1252'],
    ['french', 'macintosh'],
    ['spanish', 'windows-1252'],
    ['spanish', 'macintosh'],
    ['portuguese', 'windows-1252'],
    ['portuguese', 'macintosh'],
    ['oneAccent', 'windows-1252'],
    ['polish', 'windows-1250'],
    ['polish', 'iso-8859-2'],
    ['czech', 'windows-1250'],
    ['hungarian', 'windows-1250'],
    ['russian', 'windows-1251'],
    ['russian', 'koi8-r'],
    ['russian', 'iso-8859-5'],
    ['russian', 'ibm866'],
    ['russian', 'x-mac-cyrillic'],
    ['shortRussian', 'windows-1251'],
    ['shortRussian', 'koi8-r'],
    ['capitals', 'windows-1251'],
    ['capitals', 'koi8-r'],
    ['ukrainian', 'windows-1251'],
    ['ukrainian', 'koi8-u'],
    ['turkish', 'windows-1254'],
    ['greek', 'windows-1253'],
    ['greek', 'iso-8859-7'],
    ['arabic', 'windows-1256'],
    ['arabic', 'iso-8859-6'],
  ])('reads as it was written: %s in %s', (plan, encoding) => {
    const text: string = PLANS[plan];
    const read = decodeText(
      encoded(text.replaceAll('’', encoding.startsWith('iso') ? "'" : '’'), encoding),
      null,
    )!;
    expect(read.text).toBe(text);
    expect(read.characters).toMatchObject({ guessed: true });
  });

  it.each(Object.keys(PLANS) as (keyof typeof PLANS)[])('is known for certain in UTF-8: %s', (plan) => {
    const { text, characters } = decodeText(Buffer.from(PLANS[plan]), null)!;
    expect([text, characters]).toEqual([
      PLANS[plan],
      expect.objectContaining({ encoding: 'utf-8', guessed: false }),
    ]);
  });

  it('is read in the characters that somebody chose, and shows a line of itself in each', () => {
    const bytes = encoded(PLANS.russian, 'koi8-r');
    const { text, characters } = decodeText(bytes, 'windows-1251')!;
    expect(text).toContain('лПД;');
    expect(characters).toMatchObject({ encoding: 'windows-1251', guessed: false });
    expect(sampleIn(characters!, 'koi8-r')).toBe('2;Обмен данными о миграции в регионе;2027');
    for (const encoding of ENCODINGS) expect(sampleIn(characters!, encoding)).not.toBe('');
  });

  it('has no characters to choose where all of it is the same in each', () => {
    expect(decodeText(Buffer.from('Code,Title\n1,One\n'), null)!.characters).toBeNull();
  });
});
