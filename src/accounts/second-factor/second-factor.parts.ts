import { AuthenticatorAppKeys } from './authenticator-app-keys.js';
import { AuthenticatorAppService } from './authenticator-app.service.js';
import { FactorsService } from './factors.service.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeyScripts } from './passkey-scripts.js';
import { PasskeysPages } from './passkeys.pages.js';
import { PasskeysService } from './passkeys.service.js';
import { PendingSignIns } from './pending-sign-ins.service.js';
import { ProofService } from './proof.service.js';
import { SecondFactorRequirement } from './requirement.service.js';
import { ResetFactorsPages } from './reset-factors.pages.js';
import { ResetFactorsApi, SecondFactorApi } from './second-factor.api.js';
import {
  AuthenticatorApp,
  Passkey,
  PasskeyChallenge,
  PendingSignIn,
  RecoveryCode,
} from './second-factor.entity.js';
import { SecondFactorMail } from './second-factor.mail.js';
import { SecondFactorPages } from './second-factor.pages.js';
import { SecondStepPages } from './second-step.pages.js';
import { SecondStepService } from './second-step.service.js';

/** What the second step of signing in consists of, for the module of accounts. */
export const secondFactor = {
  entities: [AuthenticatorApp, Passkey, PasskeyChallenge, PendingSignIn, RecoveryCode],
  controllers: [
    SecondStepPages,
    PasskeysPages,
    SecondFactorPages,
    ResetFactorsPages,
    SecondFactorApi,
    ResetFactorsApi,
    PasskeyScripts,
  ],
  providers: [
    AuthenticatorAppKeys,
    AuthenticatorAppService,
    FactorsService,
    PasskeyChallenges,
    PasskeysService,
    PendingSignIns,
    ProofService,
    SecondFactorRequirement,
    SecondStepService,
    SecondFactorMail,
  ],
};
