import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { XLSX } from '../../platform/documents/workbook.js';
import type { Actor } from '../../platform/http/actor.js';
import { attachment } from '../../platform/http/attachment.js';
import type { BoardFilter } from './board.dto.js';
import { BoardService } from './board.service.js';
import { type BoardSubject } from './board-view.js';
import { boardSheet } from './board-sheet.js';

/** The board as a file to keep. */
@Injectable()
export class BoardFile {
  constructor(private readonly board: BoardService) {}

  async send(reply: FastifyReply, actor: Actor, subject: BoardSubject, filter: BoardFilter): Promise<Buffer> {
    const board = await this.board.load(actor, subject, filter);
    const items = await this.board.everyItem(actor, board.scope, filter);
    const body = await boardSheet(board, items, actor.language);
    return attachment(reply, { name: `board-${board.scope.mechanism.id}.xlsx`, mediaType: XLSX, body });
  }
}
