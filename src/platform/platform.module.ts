import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { History } from './database/history.js';
import { FileStore } from './files/file-store.js';
import { AccessGuard, Admission } from './http/access.js';
import { Cookies } from './http/cookies.js';
import { Csrf } from './http/csrf.js';
import { KeyUses } from './key-use.js';
import { Keys } from './keys.js';
import { ErrorFilter } from './web/errors/error.filter.js';
import { SecretAddresses } from './http/secret-address.js';
import { InputPipe } from './http/input.pipe.js';
import { ApiDescription, OpenApiController } from './http/openapi.js';
import { HealthController } from './web/health.controller.js';
import { Keeper } from './web/kept/keeper.js';
import { WritingPages } from './web/writing/writing.pages.js';
import { KeptForms } from './web/kept/kept.controller.js';
import { ShortcutsPages } from './web/palette/shortcuts.pages.js';
import { AssetsController } from './web/assets.controller.js';
import { SearchIndex } from './search/search-index.js';
import { SearchSources } from './search/search-sources.js';
import { JobQueue } from './queue/job-queue.js';
import { QUEUE_OPTIONS } from './queue/queue-options.js';
import type { NavigationItem } from './web/page-context.js';
import { Panels } from './web/panels.js';
import { CutListInterceptor } from './http/cut-list.interceptor.js';
import { PageInterceptor } from './web/page.interceptor.js';
import { NAVIGATION, PageRenderer, PLACES } from './web/page-renderer.js';
import type { Places } from './web/places/places.js';
import { StyleGuidePages } from './web/styleguide/styleguide.pages.js';
import { DayMarks } from './web/pictures/day-marks.js';
import { SectionCounts } from './web/places/section-counts.js';
import { AskFirst } from './web/presses/ask-first.js';

/** What every feature may use. It knows no word of the field. */
@Global()
@Module({})
export class PlatformModule {
  static with(options: {
    config: Config;
    clock: Clock;
    /** The module that provides the ActorResolver and the AccessPolicy. */
    accounts: Type;
    navigation: readonly NavigationItem[];
    places: Places;
    /** The module that provides the PlaceNames. */
    named: Type;
  }): DynamicModule {
    const shared = [
      History,
      FileStore,
      JobQueue,
      Keys,
      Keeper,
      KeyUses,
      PageRenderer,
      Cookies,
      Csrf,
      SecretAddresses,
      ApiDescription,
      Panels,
      SearchIndex,
      SearchSources,
      SectionCounts,
      DayMarks,
    ];
    return {
      module: PlatformModule,
      imports: [options.accounts, options.named, DiscoveryModule],
      controllers: [
        AssetsController,
        HealthController,
        KeptForms,
        OpenApiController,
        ShortcutsPages,
        StyleGuidePages,
        WritingPages,
      ],
      providers: [
        { provide: CONFIG, useValue: options.config },
        { provide: Clock, useValue: options.clock },
        { provide: NAVIGATION, useValue: options.navigation },
        { provide: PLACES, useValue: options.places },
        { provide: QUEUE_OPTIONS, inject: [CONFIG], useFactory: queueOptions },
        ...shared,
        Admission,
        AskFirst,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_INTERCEPTOR, useClass: CutListInterceptor },
        { provide: APP_PIPE, useClass: InputPipe },
      ],
      exports: [CONFIG, Clock, NAVIGATION, ...shared],
    };
  }
}

const queueOptions = (config: Config) => ({
  url: config.queueUrl,
  prefix: config.queuePrefix,
  keepIn: config.dataDir,
  // Mail waits for servers, so many at once; documents keep a core busy each; sweeps run one of a kind at a time.
  paces: {
    mail: {
      concurrency: 20,
      ...takenBackAfter(config.mailLeaseSeconds),
      limiter: config.mailPerSecond === null ? undefined : { max: config.mailPerSecond, duration: 1_000 },
    },
    // What a worker that was killed had begun is begun again within half a minute.
    documents: { concurrency: 1, ...takenBackAfter(10) },
    sweeps: { concurrency: 20 },
  },
});

/** BullMQ's half a minute is of no use to a mail that may be sent again sooner: the row decides whether it is. */
function takenBackAfter(leaseSeconds: number) {
  const ms = Math.min(30, leaseSeconds) * 1_000;
  return { lockDuration: ms, stalledInterval: ms };
}
