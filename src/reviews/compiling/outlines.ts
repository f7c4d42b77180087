import { Injectable } from '@nestjs/common';
import type { DocumentAsk } from '../compilation/ask.js';
import type { CompilationOutline } from '../compilation/compilation-outline.js';
import { SectionCompiler } from '../compilation/section-compiler.js';

/** Not longer than a worker needs for a section and the next. */
const KEPT_MS = 60_000;

/** The outline of the compilation under way, which its sections have in common: one at a time, and not for long. */
@Injectable()
export class Outlines {
  private kept?: { run: string; outline: Promise<CompilationOutline>; timer: NodeJS.Timeout };

  constructor(private readonly compiler: SectionCompiler) {}

  of(run: string, ask: DocumentAsk): Promise<CompilationOutline> {
    if (this.kept?.run === run) {
      this.kept.timer.refresh();
      return this.kept.outline;
    }
    this.forget();
    const outline = this.compiler.outline(ask);
    const timer = setTimeout(() => this.forget(), KEPT_MS).unref();
    this.kept = { run, outline, timer };
    outline.catch(() => this.forget(run));
    return outline;
  }

  /** Of this compilation, or any. */
  forget(run?: string): void {
    if (run !== undefined && this.kept?.run !== run) return;
    clearTimeout(this.kept?.timer);
    this.kept = undefined;
  }
}
