import { Controller, Get, type INestApplication, Injectable } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type ZodType, z } from 'zod';
import { Access } from './access.js';

/** Describes the JSON API from the same schemas that check its input. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Waymark')
    .setDescription(
      'Errors are RFC 9457 problem documents; `errors` maps a field to its message. Lists are paged by cursor.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema) => ({
      // What a field must be after trimming and the like: the input side of a preprocessed field is "anything".
      schema: z.toJSONSchema(schema as ZodType, {
        io: 'output',
        unrepresentable: 'any',
        target: 'openapi-3.0',
        override: onlyWhatIsRequired,
      }),
    }),
  });
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
  return { ...document, paths: Object.fromEntries(paths) };
}

/** On the output side every field is there; required is what cannot be left out of the input. */
function onlyWhatIsRequired({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: unknown;
  jsonSchema: { required?: string[] };
}): void {
  if (!(zodSchema instanceof z.ZodObject) || !jsonSchema.required) return;
  const shape = zodSchema.shape as Record<string, ZodType>;
  const required = jsonSchema.required.filter((name) => !shape[name]?.safeParse(undefined).success);
  if (required.length > 0) jsonSchema.required = required;
  else delete jsonSchema.required;
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
