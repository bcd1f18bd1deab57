import 'reflect-metadata';
import { endpoint, handler, port } from './bot.ts';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
// #region nest-fastify
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { toFastify } from 'wabakit/webhooks';

@Module({})
class AppModule {}

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());
await app.register(toFastify(handler), { url: '/webhooks' });
await app.register(toFastify(endpoint), { url: '/flow' });
// #endregion nest-fastify
await app.listen(port);
