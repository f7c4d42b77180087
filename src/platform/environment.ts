import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import ipaddr from 'ipaddr.js';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsIP,
  IsOptional,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
} from 'class-validator';

/** The values of a list that is separated by commas. */
export const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** An address or a range, in full: `1` is an address to the library, and a number of web servers to who wrote it. */
function isRange(text: string): boolean {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  if (isAddress) return true;
  const isPart = ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);
  // Everybody's word would be taken.
  return isPart && !text.endsWith('/0');
}

/**
 * `waymark.example.org:8080` is an address too, of a scheme of that name: its origin is `null`, which anybody's page can
 * have.
 */
function isSite(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  const isBare = [username, password, search, hash].every((part) => part === '');
  return ['http:', 'https:'].includes(protocol) && isBare && /^\/+$/.test(pathname);
}

/** The variables that are read, as they are written in `.env.example`. */
export class Environment {
  @IsNumberBetween(0, 65535) PORT = 3000;
  /** Not a name: some shells set HOST to the machine's, which is not meant as an order to open it to the network. */
  @IsIP(undefined, { message: 'must be the number of an address: 127.0.0.1, 0.0.0.0, ::1' }) HOST =
    '127.0.0.1';
  @Matches(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, { message: 'must be sqlite:<path> or postgres://...' })
  @IsOptional()
  DATABASE_URL?: string;
  @Matches(/^(embedded|rediss?:\/\/.+|postgres(ql)?:\/\/.+)$/, {
    message: 'must be embedded, redis://... or postgres://...',
  })
  QUEUE_URL = 'embedded';
  QUEUE_PREFIX = 'waymark';
  @Matches(/^(mailbox|smtps?:\/\/.+)$/, { message: 'must be mailbox or smtp://...' })
  MAIL_URL = 'mailbox';
  MAIL_FROM = 'Waymark <waymark@localhost>';
  @IsEmail({}, { message: 'must be a mail address' }) @IsOptional() MAIL_REPLY_TO?: string;
  @IsNumberBetween(5, Number.MAX_SAFE_INTEGER) MAIL_LEASE_SECONDS = 120;
  @IsNumberBetween(1, Number.MAX_SAFE_INTEGER) @IsOptional() MAIL_PER_SECOND?: number;
  @ValidateBy(
    { name: 'isAddress', validator: { validate: (value) => isSite(value as string) } },
    { message: 'must be the whole address of a site, https://..., with no path, name or password in it' },
  )
  @IsOptional()
  PUBLIC_URL?: string;
  @ValidateBy(
    { name: 'isRanges', validator: { validate: (value) => splitList(value as string).every(isRange) } },
    {
      message:
        'must be addresses or ranges of web servers, separated by commas: 127.0.0.1, 10.0.0.0/8, fd00::/8',
    },
  )
  TRUSTED_PROXIES = '';
  @ValidateBy(
    { name: 'isGone', validator: { validate: () => false } },
    { message: 'is not read any more: name the web servers in front by their addresses, in TRUSTED_PROXIES' },
  )
  @IsOptional()
  PROXIES?: string;
  @MinLength(32, { message: 'must have at least 32 characters' }) @IsOptional() SECRET_KEY?: string;
  @Matches(/^\s*[^,]{32,}(,[^,]{32,})*\s*$/, {
    message: 'must be keys of at least 32 characters each, with commas between',
  })
  @IsOptional()
  SECRET_KEY_OLD?: string;
  DATA_DIR = './data';
  @MinLength(12, { message: 'must have at least 12 characters' }) @IsOptional() BACKUP_PASSPHRASE?: string;
  @IsIn(['inline', 'separate'], { message: 'must be inline or separate' })
  WORKER: 'inline' | 'separate' = 'inline';
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  REQUIRE_SECOND_FACTOR: 'true' | 'false' = 'false';
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: 'must be fatal, error, warn, info, debug or silent',
  })
  LOG_LEVEL = 'info';
}

function IsNumberBetween(min: number, max: number) {
  const message =
    max === Number.MAX_SAFE_INTEGER
      ? `must be a whole number, at least ${min}`
      : `must be a whole number from ${min} to ${max}`;
  return applyDecorators(
    Type(() => Number),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}
