import { Module } from '@nestjs/common';
import { DelegationGate } from './delegation-gate.js';
import { WaitingSteps } from './waiting-steps.js';

/** Between a delegation's words and everybody else. */
@Module({ providers: [DelegationGate, WaitingSteps], exports: [DelegationGate, WaitingSteps] })
export class GateModule {}
