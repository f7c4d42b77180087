import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type DatabaseOptions, isSqlite, readerOptions, writerOptions } from './data-source.js';
import { AuditEvent } from './history.js';
import { SearchDue } from '../search/search-due.entity.js';
import { bringUpToDate, type Opening } from './up-to-date.js';
import { READER, UnitOfWork } from './unit-of-work.js';

@Global()
@Module({})
export class DatabaseModule {
  /**
   * Opens the database and brings its tables up to date (`up-to-date.ts`) before anything else starts. The tables are
   * those of the features: each names its own with `TypeOrmModule.forFeature`.
   */
  static with(options: DatabaseOptions, opening: Opening): DynamicModule {
    const writer = TypeOrmModule.forRootAsync({
      dataSourceFactory: (writer) => openWriter(writer!, opening),
      // A database that cannot be opened ends the start at once; the supervisor of the process starts it again.
      useFactory: () => ({ ...writerOptions(options), autoLoadEntities: true, toRetry: () => false }),
    });
    const reader = isSqlite(options.url) ? [readerModule(options.url)] : [];
    return {
      module: DatabaseModule,
      imports: [writer, ...reader, TypeOrmModule.forFeature([AuditEvent, SearchDue])],
      providers: [UnitOfWork, ...(isSqlite(options.url) ? [] : [SAME_POOL])],
      exports: [UnitOfWork],
    };
  }
}

/** Closed again when it must not be used. */
export async function openWriter(options: DataSourceOptions, opening: Opening): Promise<DataSource> {
  const source = await new DataSource(options).initialize();
  try {
    await bringUpToDate(source, opening);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
}

/** On PostgreSQL reads and writes share the one pool. */
const SAME_POOL = { provide: getDataSourceToken(READER), useExisting: DataSource };

const readerModule = (url: string) =>
  TypeOrmModule.forRootAsync({
    name: READER,
    inject: [DataSource],
    useFactory: (writer: DataSource) => ({ ...readerOptions(url, writer), toRetry: () => false }),
  });
