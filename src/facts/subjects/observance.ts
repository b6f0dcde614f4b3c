import type { Reading } from '../model.ts';
import { assetsTrait } from './enf-assets.ts';
import { enforcementTrait } from './enf-document.ts';
import { monitoringTrait } from './mon-document.ts';
import { engagementTrait } from './prs-engagement.ts';
import { presenceDocumentTrait } from './prs-presence.ts';
import { readinessTrait } from './prs-readiness.ts';
import type { Trait } from './trait.ts';

/** What the draft as a whole provides on watching, enforcement and presence (MON, ENF, PRS). */
export const observanceTraits: readonly Trait<Reading>[] = [
  monitoringTrait,
  enforcementTrait,
  assetsTrait,
  presenceDocumentTrait,
  engagementTrait,
  readinessTrait,
];
