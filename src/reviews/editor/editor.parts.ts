import { PassageComment } from './comments/passage-comment.entity.js';
import { PassageCommentsPages } from './comments/comments.pages.js';
import { PassageCommentsService } from './comments/comments.service.js';
import { FindingsPages } from './findings/findings.pages.js';
import { FindingsService } from './findings/findings.service.js';
import { PassageMovesPages } from './passage-moves.pages.js';
import { PassagePlacesService } from './passage-places.service.js';
import { PassageQueryService } from './passage-query.service.js';
import { PassageWriter } from './passage-writer.js';
import { PassagePages } from './passage.pages.js';
import { PassagesApi } from './passages.api.js';
import { PassagesService } from './passages.service.js';
import { EditorScripts } from './script/editor-scripts.controller.js';
import { SourceNamesService } from './sources/source-names.service.js';

/** What the editor of documents consists of. */
export const EDITOR_ENTITIES = [PassageComment];
export const EDITOR_CONTROLLERS = [
  EditorScripts,
  PassagePages,
  PassageMovesPages,
  PassageCommentsPages,
  FindingsPages,
  PassagesApi,
];
export const EDITOR_PROVIDERS = [
  FindingsService,
  PassageCommentsService,
  PassagePlacesService,
  PassageQueryService,
  PassageWriter,
  PassagesService,
  SourceNamesService,
];
