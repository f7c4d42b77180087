import { Module } from '@nestjs/common';
import { FrameworkApi } from './framework.api.js';
import { FrameworkPages } from './framework.pages.js';

@Module({ controllers: [FrameworkPages, FrameworkApi] })
export class FrameworkModule {}
