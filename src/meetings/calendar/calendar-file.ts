import { createHash } from 'node:crypto';
import ical, { escape, type ICalEventData } from 'ical-generator';
import { cleanText } from '../../platform/documents/clean.js';

const REFRESH_SECONDS = 6 * 3600;

export interface CalendarFile {
  body: string;
  /** Weak: it may be sent compressed. */
  etag: string;
}

/** A calendar as a file (RFC 5545): the same events give the same bytes, and the same tag. */
export function writeCalendar(name: string, events: ICalEventData[]): CalendarFile {
  const calendar = ical({
    prodId: { company: 'Waymark', product: 'Meetings' },
    // The library escapes what is in events, but not this.
    name: escape(cleanText(name), false),
    ttl: REFRESH_SECONDS,
    events,
  });
  const body = `${calendar.toString()}\r\n`;
  return { body, etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/** Whether somebody who has these tags (`If-None-Match`) has the calendar already. */
export function hasCurrent(ifNoneMatch: string | undefined, { etag }: CalendarFile): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}
