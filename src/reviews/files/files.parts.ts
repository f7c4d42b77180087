import { DocumentFilesApi } from './document-files.api.js';
import { DocumentFilesPages } from './document-files.pages.js';
import { DocumentFiles } from './document-files.service.js';
import { FileMaker } from './file-maker.service.js';
import { FileRows } from './file-rows.service.js';
import { FilesSweep } from './files.sweep.js';
import { PackService } from './pack.service.js';
import { SubmissionFile } from './submission-file.entity.js';

/** What makes and keeps files of documents. */
export const FILES_ENTITIES = [SubmissionFile];
export const FILES_CONTROLLERS = [DocumentFilesPages, DocumentFilesApi];
export const FILES_PROVIDERS = [FileRows, PackService, FileMaker, DocumentFiles, FilesSweep];
