import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of } from 'rxjs';
import { CutListInterceptor } from '../../../src/platform/http/cut-list.interceptor.js';

const answered = (result: unknown) => {
  const handler: CallHandler = { handle: () => of(result) };
  return lastValueFrom(new CutListInterceptor().intercept({} as ExecutionContext, handler));
};

test.each([
  ['a whole list', { items: [1], nextCursor: null }, { items: [1], nextCursor: null, cut: false }],
  ['an empty list', { items: [], nextCursor: null }, { items: [], nextCursor: null, cut: false }],
  ['a page with more behind it', { items: [1], nextCursor: 'a' }, { items: [1], nextCursor: 'a', cut: true }],
  [
    'a list that shows no more than it does',
    { items: [1], nextCursor: null, cut: true, total: 4 },
    { items: [1], nextCursor: null, cut: true, total: 4 },
  ],
  ['something that has items and is no list', { items: [1] }, { items: [1] }],
  ['one thing', { id: '1' }, { id: '1' }],
  ['nothing', undefined, undefined],
])('of %s a program learns whether it is all', async (_, result, answer) => {
  expect(await answered(result)).toEqual(answer);
});
