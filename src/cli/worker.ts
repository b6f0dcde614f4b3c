import { parentPort } from 'node:worker_threads';
import type { CompiledBook } from '#make/book';
import type { Answer, Order } from './ahead.ts';
import { makeClerk } from './clerk.ts';

/** A thread that lints: takes rule books and drafts, answers with results. The text does not go back: who sent it has it. */
const clerk = makeClerk();
const books = new Map<number, CompiledBook>();
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'book') books.set(order.book, order.is);
  else {
    last = last.then(async () => {
      const { book, kind: _, ...job } = order;
      const result = await clerk(books.get(book)!, job);
      parentPort?.postMessage({ n: order.n, result: result === null ? null : { ...result, text: '' } } satisfies Answer);
    });
  }
});
