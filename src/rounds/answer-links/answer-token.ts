import { createHash, createHmac } from 'node:crypto';

/**
 * The secret of an answer link. It is made of the link's random id and the installation's key, so that a mail sent
 * again carries the same link, while the row holds a hash that opens nothing.
 */
export const answerToken = (linkId: string, secretKey: string): string =>
  createHmac('sha256', secretKey).update('waymark answer link').update(linkId).digest('base64url');

export const answerTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
