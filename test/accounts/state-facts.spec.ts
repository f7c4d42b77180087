import { officialAmong, stateOfAddress } from '../../src/accounts/states/state-facts.js';

it.each([
  ['amina@mfa.gov.et', 'ETH'],
  ['ana@sre.gob.mx', 'MEX'],
  ['luc@diplomatie.gouv.fr', 'FRA'],
  ['mari@mofa.go.jp', 'JPN'],
  ['somebody@yahoo.fr', undefined],
  ['somebody@start-up.io', undefined],
  ['gov.ke@gmail.com', undefined],
])('%s is of a government: %s', (email, state) => {
  expect(stateOfAddress(email)).toBe(state);
});

it('of the languages of a mechanism a person gets the one of their State', () => {
  expect(['SEN', 'GHA', 'MAR', 'DEU'].map((state) => officialAmong(state, ['en', 'fr', 'ar']))).toEqual([
    'fr',
    'en',
    'ar',
    undefined,
  ]);
});
