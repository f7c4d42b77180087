import { MECHANISM } from './seed.js';

/** Asks the API with a key; with a body, by POST. Throws for an answer that is an error. */
export type Ask = (path: string, body?: object) => Promise<Response>;

export function programOf(url: string, token: string): Ask {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const how = body && { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${url}/api/v1${path}`, { headers, ...how });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
}

/** A document of all that `seedReports` writes; answers its id. */
export async function newDocument(ask: Ask): Promise<string> {
  const begun = await ask(`/mechanisms/${MECHANISM}/submissions`, {
    ...{ cycleId: 'imrf-2026', language: 'en', title: 'A large contribution' },
    ...{ periodFrom: '2025-01-01', periodUntil: '2026-12-31' },
  });
  return ((await begun.json()) as { id: string }).id;
}
