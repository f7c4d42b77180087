import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { isRecord } from './field.js';

/**
 * Every list of the API says in `cut` whether there is more than its `items`: the next page is at `nextCursor`, or, where
 * that is null, the list shows no more than it does.
 */
@Injectable()
export class CutListInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((result: unknown) => (isList(result) ? said(result) : result)));
  }
}

type List = Record<string, unknown> & { nextCursor: unknown };

const isList = (result: unknown): result is List =>
  isRecord(result) && Array.isArray(result.items) && 'nextCursor' in result;

const said = ({ items, nextCursor, cut = nextCursor !== null, ...rest }: List) => ({
  items,
  nextCursor,
  cut,
  ...rest,
});
