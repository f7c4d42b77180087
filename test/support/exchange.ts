import type { Client } from './client.js';

export interface ImportAnswer {
  status: number;
  plan: { id: string } & Record<string, unknown>;
  importable: boolean;
  blocked: string | null;
  counts: Record<string, number>;
  readAs: {
    sheet: string | null;
    headerRow: number;
    lastRow: number | null;
    columns: string[];
    hierarchy: string;
  };
  notices: { column: string | null; message: string }[];
  rows: {
    row: number;
    outcome: string;
    code: string;
    title: string;
    level: number;
    moved: boolean;
    differences: { column: string; before: string; after: string }[];
    reason: string | null;
    problems: { column: string | null; message: string }[];
    notices: { column: string | null; message: string }[];
  }[];
  missing: { id: string; code: string }[];
  errors: Record<string, string>;
}

export interface ExchangedFile {
  name: string;
  content: Buffer | string;
}

/** Sends a file to an import of the JSON API. */
export async function importFile(
  client: Client,
  path: string,
  { name, content }: ExchangedFile,
  query: Record<string, string> = {},
): Promise<ImportAnswer> {
  const address = `/api/v1${path}?${new URLSearchParams(query)}`;
  const answer = await client.upload(address, { field: 'file', name, content: Buffer.from(content) });
  return { ...answer.json<ImportAnswer>(), status: answer.status };
}

export async function exportOf(
  client: Client,
  planId: string,
  format: 'xlsx' | 'csv' | 'json',
): Promise<ExchangedFile> {
  const { status, bytes } = await client.get(`/plans/${planId}/export.${format}`);
  if (status !== 200) throw new Error(`export answered ${status}: ${bytes.toString()}`);
  return { name: `plan.${format}`, content: bytes };
}

type Fields = Record<string, unknown>;

/** A plan's own facts, without ids and what an import does not touch. */
export async function factsOf(client: Client, planId: string): Promise<Fields> {
  const {
    id: _,
    state: _s,
    adoptedBy: _b,
    adoptedOn: _o,
    isPublic: _p,
    version: _v,
    ...facts
  } = (await client.api('GET', `/plans/${planId}`)).json<Fields>();
  return facts;
}

/** Its items in the order of the tree, each with the code path of what is above it instead of an id. */
export async function itemsOf(client: Client, planId: string): Promise<Fields[]> {
  const { items } = (await client.api('GET', `/plans/${planId}/items`)).json<{ items: Fields[] }>();
  const places = new Map(items.map(({ id }, index) => [id, index]));
  return items.map(({ id: _, planId: _p, version: _v, parentId, ...fields }) => ({
    ...fields,
    ...Object.fromEntries(
      (['owners', 'objectives', 'principles', 'references'] as const).map((key) => [
        key,
        [...(fields[key] as unknown[])].sort(),
      ]),
    ),
    above: parentId === null ? null : places.get(parentId),
  }));
}
