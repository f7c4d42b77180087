import { isIP } from 'node:net';

/** Who asks for a passkey: it works for this name alone, and answers only pages of this origin. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * The site as passkeys know it, by PUBLIC_URL; null where browsers allow none: by a bare IP address, and over plain HTTP
 * but on the machine itself.
 */
export function relyingParty(publicUrl: string): RelyingParty | null {
  const { hostname: id, origin, protocol } = new URL(publicUrl);
  const local = id === 'localhost' || id.endsWith('.localhost');
  const bare = isIP(id.replace(/^\[|\]$/g, '')) !== 0;
  return !bare && (protocol === 'https:' || local) ? { id, origin } : null;
}
