import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What a server of the product's libraries takes that does nothing: one route, one statement. */
@Controller()
class BareController {
  constructor(private readonly database: DataSource) {}

  @Get(['sign-in', 'ready'])
  show() {
    return this.database.query('SELECT 1');
  }
}

@Module({
  imports: [TypeOrmModule.forRoot({ type: 'better-sqlite3', database: ':memory:' })],
  controllers: [BareController],
})
class BareModule {}

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
