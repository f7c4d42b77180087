import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SecretAddresses } from './secret-address.js';

/** What a browser can do that no page of ours does. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];
/** Passkeys, for sign-in. */
const OWN = ['publickey-credentials-create', 'publickey-credentials-get'];

export const PERMISSIONS_POLICY = [
  ...UNUSED.map((feature) => `${feature}=()`),
  ...OWN.map((feature) => `${feature}=(self)`),
].join(', ');

/** Of a page whose address is secret. Not `no-referrer`: a form on such a page would come from `Origin: null`. */
export const SECRET_REFERRER = 'strict-origin';

/** The headers that helmet knows not of, or not by address. */
export function sendHeaders(app: NestFastifyApplication): void {
  const addresses = app.get(SecretAddresses);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      void reply.header('permissions-policy', PERMISSIONS_POLICY);
      if (addresses.holds(request.url)) void reply.header('referrer-policy', SECRET_REFERRER);
      // What says nothing else is kept by nobody: no cache on the way, no browser another person sits at.
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      done();
    });
}
