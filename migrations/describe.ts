/* eslint-disable no-console -- a command for developers: prints the entities' tables as specs for a new migration. */
import { DataSource, type EntityMetadata, getMetadataArgsStorage } from 'typeorm';
import '../src/app.module.js';

/** What importing the application has declared. */
const entities = getMetadataArgsStorage().tables.map(({ target }) => target);
const source = await new DataSource({ type: 'better-sqlite3', database: ':memory:', entities }).initialize();

const specs = inOrder(source.entityMetadatas).map((entity) => {
  const columns = entity.columns.map((column) => {
    const type =
      source.driver.normalizeType(column) === 'simple-json' ? 'text' : source.driver.normalizeType(column);
    const length = column.length ? `(${column.length})` : '';
    const fallback = column.default === undefined ? '' : `=${source.driver.normalizeDefault(column)}`;
    return `${column.databaseName}: ${JSON.stringify(`${type}${length}${column.isNullable ? '?' : ''}${fallback}`)}`;
  });
  const indices = (unique: boolean) =>
    entity.indices
      .filter((index) => index.isUnique === unique)
      .map((index) => index.columns.map((column) => column.databaseName));
  const foreign = entity.foreignKeys.map((key) => ({
    column: key.columns[0]!.databaseName,
    table: key.referencedEntityMetadata.tableName,
    onDelete: key.onDelete,
  }));
  const parts = [
    `name: ${JSON.stringify(entity.tableName)}`,
    `columns: { ${columns.join(', ')} }`,
    `primary: ${JSON.stringify(entity.primaryColumns.map((column) => column.databaseName))}`,
    ...listed(
      'unique',
      entity.uniques.map((unique) => unique.columns.map((column) => column.databaseName)),
    ),
    ...listed('index', indices(false)),
    ...listed('uniqueIndex', indices(true)),
    ...listed('foreign', foreign),
  ];
  return `  { ${parts.join(', ')} },`;
});
console.log(`[\n${specs.join('\n')}\n]`);
await source.destroy();

function listed(name: string, values: unknown[]): string[] {
  return values.length > 0 ? [`${name}: ${JSON.stringify(values)}`] : [];
}

/** A table after those it refers to. */
function inOrder(metadatas: EntityMetadata[]): EntityMetadata[] {
  const placed = new Set<EntityMetadata>();
  const place = (entity: EntityMetadata) => {
    if (placed.has(entity)) return;
    for (const key of entity.foreignKeys) {
      if (key.referencedEntityMetadata !== entity) place(key.referencedEntityMetadata);
    }
    placed.add(entity);
  };
  metadatas.forEach(place);
  return [...placed];
}
