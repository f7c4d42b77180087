import { createRequire } from 'node:module';

const countries = createRequire(import.meta.url)('world-countries') as { cca2: string; cca3: string }[];
const regionByState = new Map(countries.map(({ cca2, cca3 }) => [cca3, cca2]));

/** Node 20 has an accessor; from Node 22 on it is a method, as in the final standard. */
type LocaleWithZones = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };

/**
 * The zone of the capital of States that have several, by the IANA time zone database (zone.tab, 2025b: the comments
 * say which places a zone covers). CLDR lists their zones and not which one the capital is in.
 */
const CAPITALS: Readonly<Record<string, string | undefined>> = {
  ARG: 'America/Buenos_Aires',
  AUS: 'Australia/Sydney',
  BRA: 'America/Sao_Paulo',
  CAN: 'America/Toronto',
  CHL: 'America/Santiago',
  CHN: 'Asia/Shanghai',
  COD: 'Africa/Kinshasa',
  CYP: 'Asia/Nicosia',
  DEU: 'Europe/Berlin',
  ECU: 'America/Guayaquil',
  ESP: 'Europe/Madrid',
  FSM: 'Pacific/Ponape',
  IDN: 'Asia/Jakarta',
  KAZ: 'Asia/Almaty',
  KIR: 'Pacific/Tarawa',
  MEX: 'America/Mexico_City',
  MHL: 'Pacific/Majuro',
  MNG: 'Asia/Ulaanbaatar',
  MYS: 'Asia/Kuala_Lumpur',
  NZL: 'Pacific/Auckland',
  PNG: 'Pacific/Port_Moresby',
  PRT: 'Europe/Lisbon',
  PSE: 'Asia/Hebron',
  RUS: 'Europe/Moscow',
  UKR: 'Europe/Kiev',
  USA: 'America/New_York',
  UZB: 'Asia/Tashkent',
};

/** The time zone of a State's capital; null for what has none here, or several of which none is known to be it. */
export function zoneOfState(code: string): string | null {
  const capital = CAPITALS[code];
  if (capital) return capital;
  const region = regionByState.get(code);
  const zones = region ? zonesOfRegion(region) : [];
  return zones.length === 1 ? zones[0]! : null;
}

/** Where somebody works who speaks for a State (a code), or for none, in a mechanism with a zone. */
export const zoneFor = (state: string | null, mechanismZone: string): string =>
  (state && zoneOfState(state)) || mechanismZone;

/** The two-letter region of a State (ISO 3166-1 alpha-3); null when it is not known. */
export const regionOfState = (state: string): string | null => regionByState.get(state) ?? null;

/** The zones of a region, from the Unicode CLDR data in Node. */
export function zonesOfRegion(region: string): readonly string[] {
  const locale: LocaleWithZones = new Intl.Locale(`und-${region}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** All regions that have a two-letter code. */
export const regions: readonly string[] = countries.map(({ cca2 }) => cca2);
