let loaded: Promise<Set<string>> | undefined;

/** Some 49,000 passwords that leaked most often, in lower case. Loaded when a password is set for the first time. */
const commonPasswords = () =>
  (loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  ));

/** Whose password it shall be; what is known about a person is guessed first. */
export interface PasswordOwner {
  name?: string;
  email: string;
}

/** The name of the product, which people use for lack of another word. */
const PRODUCT = 'waymark';

/**
 * Whether a password is among the first that somebody would try: one of a list, the owner's name or address, the
 * product's name; each also with digits or signs around it (`Password2027!`), or written several times.
 */
export async function isGuessable(password: string, { name = '', email }: PasswordOwner): Promise<boolean> {
  const common = await commonPasswords();
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const personal = [name.toLowerCase(), email.toLowerCase(), local, domain, domain.split('.')[0]!, PRODUCT];
  const own = new Set(
    [...personal, ...name.toLowerCase().split(/\s+/)].map(bare).filter((word) => word !== ''),
  );
  const whole = password.toLowerCase();
  const core = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const guesses = [whole, core, unrepeated(whole), unrepeated(core)];
  return guesses.some((guess) => common.has(guess) || own.has(bare(guess)));
}

/** Letters and digits alone: `ana.lopez`, `Ana Lopez` and `ana-lopez` are one word. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** What a text is made of by writing it again and again: `password` of `passwordpassword`, `123` of `1231231`. */
function unrepeated(text: string): string {
  for (let length = 1; length < text.length; length += 1)
    if (text.startsWith(text.slice(length))) return text.slice(0, length);
  return text;
}
