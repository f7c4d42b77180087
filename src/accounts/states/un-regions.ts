import { createRequire } from 'node:module';

/*
 * Regions and sub-regions of the United Nations' standard (M49) by their codes. The list of countries has other
 * sub-regions for some States; those stand here as M49 has them: https://unstats.un.org/unsd/methodology/m49/
 */
const SUBREGIONS: Record<string, string> = {
  'Eastern Africa': '014',
  'Middle Africa': '017',
  'Northern Africa': '015',
  'Southern Africa': '018',
  'Western Africa': '011',
  Caribbean: '029',
  'Central America': '013',
  'North America': '021',
  'South America': '005',
  'Central Asia': '143',
  'Eastern Asia': '030',
  'South-Eastern Asia': '035',
  'Southern Asia': '034',
  'Western Asia': '145',
  'Eastern Europe': '151',
  'Northern Europe': '154',
  'Southern Europe': '039',
  'Western Europe': '155',
  'Australia and New Zealand': '053',
  Melanesia: '054',
  Micronesia: '057',
  Polynesia: '061',
};
const OTHERWISE: Record<string, string> = {
  ...of('014', 'SSD'),
  ...of('013', 'MEX'),
  ...of('145', 'CYP'),
  ...of('151', 'BGR CZE HUN POL ROU SVK'),
  ...of('039', 'ALB BIH HRV MKD MNE SRB SVN'),
  ...of('155', 'AUT'),
};
const REGIONS: Record<string, readonly string[]> = {
  '002': ['014', '017', '015', '018', '011'],
  '019': ['029', '013', '021', '005'],
  '142': ['143', '030', '035', '034', '145'],
  '150': ['151', '154', '039', '155'],
  '009': ['053', '054', '057', '061'],
};

function of(region: string, states: string): Record<string, string> {
  return Object.fromEntries(states.split(' ').map((state) => [state, region]));
}

const countries = createRequire(import.meta.url)('world-countries') as { cca3: string; subregion: string }[];
const byState = new Map(
  countries.map(({ cca3, subregion }) => [cca3, OTHERWISE[cca3] ?? SUBREGIONS[subregion]] as const),
);

/** All regions, each before its sub-regions. */
export const UN_REGIONS: readonly string[] = Object.entries(REGIONS).flatMap(([region, parts]) => [
  region,
  ...parts,
]);

/** Whether a State is in a region or sub-region. */
export function isInRegion(state: string, region: string): boolean {
  const part = byState.get(state);
  return part !== undefined && (part === region || (REGIONS[region]?.includes(part) ?? false));
}

/** Its name in a language; the languages of the interface have them all. */
export const regionName = (region: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(region) ?? region;
