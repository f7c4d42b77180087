import { digestDays, type ReadyDelivery } from '../../../src/reminders/mail/digests.js';

const MONDAY = '2027-03-01';
const at = (name: string, day: string, time: string): ReadyDelivery & { name: string } => {
  const [hour, minute] = time.split(':').map(Number);
  return { name, day, minute: hour! * 60 + minute! };
};
const digests = (...things: ReturnType<typeof at>[]) =>
  Object.fromEntries(
    [...digestDays(things, 'SN')].map(([day, aboard]) => [day, aboard.map(({ name }) => name).join('')]),
  );

test('what is ready by the morning leaves together', () => {
  expect(digests(at('a', MONDAY, '00:00'), at('b', MONDAY, '07:59'), at('c', MONDAY, '08:00'))).toEqual({
    [MONDAY]: 'abc',
  });
});

test('what is ready after the day’s message has left goes into tomorrow’s', () => {
  expect(digests(at('a', MONDAY, '00:00'), at('b', MONDAY, '15:00'))).toEqual({
    [MONDAY]: 'a',
    '2027-03-02': 'b',
  });
  expect(digests(at('a', MONDAY, '11:00'), at('b', MONDAY, '15:00'), at('c', '2027-03-02', '00:00'))).toEqual(
    { [MONDAY]: 'a', '2027-03-02': 'cb' },
  );
});

test('nothing else that day: it leaves when it is ready', () => {
  expect(digests(at('a', MONDAY, '15:00'))).toEqual({ [MONDAY]: 'a' });
});

test('a week-end is one morning later', () => {
  expect(
    digests(
      at('a', '2027-03-05', '09:00'),
      at('b', '2027-03-05', '16:00'),
      at('c', '2027-03-06', '00:00'),
      at('d', '2027-03-07', '23:00'),
    ),
  ).toEqual({ '2027-03-05': 'a', '2027-03-08': 'cdb' });
});
