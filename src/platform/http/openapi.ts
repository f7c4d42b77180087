import { Controller, Get, type INestApplication, Injectable } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Access } from './access.js';

/** Describes the JSON API from the same classes that read its input. */
function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Waymark')
    .setDescription(
      'Errors are RFC 9457 problem documents; `errors` maps a field to its message. Lists are paged by cursor.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
  return { ...document, paths: Object.fromEntries(paths) };
}

/** Made from the routes of the running application when it is first asked for: most starts are not. */
@Injectable()
export class ApiDescription {
  private made: OpenAPIObject | null = null;
  application!: INestApplication;

  get document(): OpenAPIObject {
    return (this.made ??= describeApi(this.application));
  }
}

@ApiExcludeController()
@Controller('api/v1/openapi.json')
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  @Access('anyone')
  show() {
    return this.description.document;
  }
}
