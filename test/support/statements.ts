import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource, type Logger } from 'typeorm';
import { READER } from '../../src/platform/database/unit-of-work.js';
import type { TestApp } from './app.js';

/** Every statement that is sent to the database while `work` runs, with those that begin and end a transaction. */
export async function statementsOf(test: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const sources = new Set([test.get(DataSource), test.app.get<DataSource>(getDataSourceToken(READER))]);
  const former = [...sources].map((source) => [source, source.logger] as const);
  for (const source of sources) source.logger = listening((text) => sent.push(text));
  try {
    await work();
  } finally {
    for (const [source, logger] of former) source.logger = logger;
  }
  return sent;
}

const listening = (heard: (text: string) => void): Logger => ({
  logQuery: heard,
  logQueryError: () => {},
  logQuerySlow: () => {},
  logSchemaBuild: () => {},
  logMigration: () => {},
  log: () => {},
});
