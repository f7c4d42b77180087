import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsIP, IsOptional, Matches, Max, Min, MinLength, ValidateBy } from 'class-validator';

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
  @IsNumberBetween(5, Number.MAX_SAFE_INTEGER) MAIL_LEASE_SECONDS = 120;
  @IsNumberBetween(1, Number.MAX_SAFE_INTEGER) @IsOptional() MAIL_PER_SECOND?: number;
  @ValidateBy(
    { name: 'isAddress', validator: { validate: (value) => URL.canParse(value as string) } },
    { message: 'must be a whole address, https://...' },
  )
  @IsOptional()
  PUBLIC_URL?: string;
  @IsNumberBetween(0, 10) PROXIES = 0;
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
