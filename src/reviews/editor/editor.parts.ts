import { PassageComment } from './comments/passage-comment.entity.js';
import { PassageCommentsPages } from './comments/comments.pages.js';
import { PassageCommentsService } from './comments/comments.service.js';
import { FigurePages } from './figures/figures.pages.js';
import { FiguresService } from './figures/figures.service.js';
import { FindingAside } from './findings/finding-aside.entity.js';
import { FindingsAsideService } from './findings/findings-aside.service.js';
import { FindingsPages } from './findings/findings.pages.js';
import { FindingsService } from './findings/findings.service.js';
import { PassageMovesPages } from './passage-moves.pages.js';
import { PassageChanges } from './passage-changes.service.js';
import { PassageNewsService } from './passage-news.service.js';
import { PassagePlacesService } from './passage-places.service.js';
import { PassageQueryService } from './passage-query.service.js';
import { PassageWriter } from './passage-writer.js';
import { PassagePages } from './passage.pages.js';
import { PassagesApi } from './passages.api.js';
import { PassagesService } from './passages.service.js';
import { EditorScripts } from './script/editor-scripts.controller.js';
import { SectionPages } from './section.pages.js';
import { FollowedSourcesService } from './sources/followed-sources.service.js';
import { SourceNamesService } from './sources/source-names.service.js';
import { WordFilesPages } from './word-file/word-files.pages.js';
import { WordFilesService } from './word-file/word-files.service.js';
import { WordUpload } from './word-file/word-upload.entity.js';

/** What the editor of documents consists of. */
export const EDITOR_ENTITIES = [FindingAside, PassageComment, WordUpload];
export const EDITOR_CONTROLLERS = [
  EditorScripts,
  SectionPages,
  PassagePages,
  PassageMovesPages,
  PassageCommentsPages,
  FigurePages,
  FindingsPages,
  PassagesApi,
  WordFilesPages,
];
export const EDITOR_PROVIDERS = [
  FiguresService,
  FindingsAsideService,
  FindingsService,
  FollowedSourcesService,
  PassageCommentsService,
  PassageChanges,
  PassageNewsService,
  PassagePlacesService,
  PassageQueryService,
  PassageWriter,
  PassagesService,
  SourceNamesService,
  WordFilesService,
];
