import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { type DatabaseOptions, openReader, openWriter } from './data-source.js';
import { READER, UnitOfWork, WRITER } from './unit-of-work.js';

const OPTIONS = Symbol('DatabaseOptions');

@Global()
@Module({})
export class DatabaseModule {
  /** Opens the database and brings its tables up to date before anything else starts. */
  static with(schema: Omit<DatabaseOptions, 'url'>): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: OPTIONS,
          inject: [CONFIG],
          useFactory: (config: Config) => ({ ...schema, url: config.databaseUrl }),
        },
        {
          provide: WRITER,
          inject: [OPTIONS],
          useFactory: async (options: DatabaseOptions) => {
            const writer = await openWriter(options);
            await writer.runMigrations();
            return writer;
          },
        },
        { provide: READER, inject: [WRITER, OPTIONS], useFactory: openReader },
        UnitOfWork,
      ],
      exports: [UnitOfWork],
    };
  }
}
