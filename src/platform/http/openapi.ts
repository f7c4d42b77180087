import { Controller, Get, type INestApplication, Injectable } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Access } from './access.js';

/** Describes the JSON API from the same classes that read its input. */
export function describeApi(app: INestApplication): OpenAPIObject {
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

/** Filled once the application stands: the description is made from its routes. */
@Injectable()
export class ApiDescription {
  document: OpenAPIObject | null = null;
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
