// Runs in a thread of its own, and is JavaScript so that it runs from the sources as well (see page-numbers.ts).
import { parentPort, workerData } from 'node:worker_threads';
import { patchDocument } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';

// Arabic letters have no known width; a page number that may be off by one is better than none.
const estimate = estimatePageNumbersWith({ guess: true });

await patchDocument({
  outputType: 'uint8array',
  data: workerData,
  patches: {},
  pageNumbers: (template) => {
    const { bookmarks, pageCount } = estimate(template);
    parentPort?.postMessage({ bookmarks, pageCount });
    return { bookmarks };
  },
});
