import 'reflect-metadata';
import { endpoint, handler, port } from './bot.ts';
// #region nest
import { All, Controller, Module, Post, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { toExpress, type NodeRequest, type NodeResponse } from 'wabakit/webhooks';

@Controller()
class WhatsAppController {
  @All('webhooks')
  webhooks(@Req() request: NodeRequest, @Res() response: NodeResponse) {
    toExpress(handler)(request, response);
  }

  @Post('flow')
  flow(@Req() request: NodeRequest, @Res() response: NodeResponse) {
    toExpress(endpoint)(request, response);
  }
}

@Module({ controllers: [WhatsAppController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { rawBody: true }); // keeps the bytes that the signature is about
await app.listen(port);
// #endregion nest
