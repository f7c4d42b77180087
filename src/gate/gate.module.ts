import { Module } from '@nestjs/common';
import { DelegationGate } from './delegation-gate.js';

/** Between a delegation's words and everybody else. */
@Module({ providers: [DelegationGate], exports: [DelegationGate] })
export class GateModule {}
