/** As long as the shortest secret of ours: 32 random bytes in an address. Ids are shorter. */
const SECRET = /[\w-]{40,}/g;
/** A name and a password in the address of a server. */
const SIGN_IN = /\/\/[^\s/:@]+:[^\s/@]+@/g;

/**
 * A text without what opens something. For what others wrote and is kept or logged: a mail server that refuses a mail
 * may quote the link in it.
 */
export const withoutSecrets = (text: string): string => text.replace(SECRET, '…').replace(SIGN_IN, '//…@');
