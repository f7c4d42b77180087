import { States } from '../../src/accounts/states.js';
import { zoneOfState } from '../../src/accounts/states/state-zones.js';
import { isZone } from '../../src/platform/i18n/dates.js';

describe('the zone of a State', () => {
  it.each([
    ['KEN', 'Africa/Nairobi'],
    ['DJI', 'Africa/Djibouti'],
    ['MEX', 'America/Mexico_City'],
    ['BRA', 'America/Sao_Paulo'],
    ['IDN', 'Asia/Jakarta'],
    ['KIR', 'Pacific/Tarawa'],
    ['PRT', 'Europe/Lisbon'],
    ['COK', 'Pacific/Rarotonga'],
    ['VAT', 'Europe/Vatican'],
    ['CUW', 'America/Curacao'],
  ])('%s is that of its capital', (code, zone) => {
    expect(zoneOfState(code)).toBe(zone);
  });

  it('is known of every State, and of nothing that has none', () => {
    const { others } = States.toChoose([], 'en');
    expect(others.filter((code) => !isZone(zoneOfState(code) ?? 'none'))).toEqual([]);
    expect(others.filter((code) => zoneOfState(code) === 'UTC')).toEqual([]);
    expect([zoneOfState('ATA'), zoneOfState('XXX'), zoneOfState('')]).toEqual([null, null, null]);
  });
});
