import { SearchIndexer } from '../search/search-indexer.js';
import { withApp } from './with-app.js';

/** Fills the search index from the tables. What is right already stays as it is. */
export const rebuildSearch = () =>
  withApp(async (app) => {
    const counts = await app.get(SearchIndexer).fill();
    const list = Object.entries(counts).map(([kind, count]) => `${kind}: ${count}`);
    console.log(`The search index is filled (${list.join(', ')}).`);
  });
