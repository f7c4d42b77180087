import type { Client } from './client.js';

const english = (text: string) => ({ original: 'en', texts: { en: text } });

interface MadeMeeting {
  id: string;
  version: number;
}

/** A meeting as a program records it. */
export async function newMeeting(
  client: Client,
  mechanismId: string,
  fields: object = {},
): Promise<MadeMeeting> {
  const answer = await client.api('POST', `/mechanisms/${mechanismId}/meetings`, {
    type: 'som',
    title: english('A meeting'),
    firstDay: '2027-06-03',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(answer.body);
  return answer.json<MadeMeeting & Record<string, unknown>>();
}

/** A decision of a meeting. */
export async function decide(
  client: Client,
  meetingId: string,
  fields: object = {},
): Promise<{ id: string } & Record<string, unknown>> {
  const decision = { verb: 'adopt', text: english('What was decided'), ...fields };
  const answer = await client.api('POST', `/meetings/${meetingId}/decisions`, decision);
  if (answer.status !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>();
}
