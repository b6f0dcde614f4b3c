/**
 * What a verb and its object do: the action types of catalogue A.3, as data.
 *
 * A row names verbs (lemmas) and, where the verb alone does not decide, the object words one of which must stand in its
 * complement. Rows are tried in order; the first that fits gives the type. `'*'` matches any verb.
 */

import { helpRows } from './action-rows-help.ts';
import { lawRows } from './action-rows-law.ts';

/** Action type → class (catalogue A.3). */
export const actionClasses = {
  talk: ['consult', 'meet', 'exchange-views', 'coordinate', 'notify', 'publish'],
  'legal-state': ['declare', 'recognise', 'reaffirm', 'respect', 'refrain', 'comply'],
  referral: ['seek-unsc-action', 'refer-body', 'report-unsc'],
  find: ['monitor', 'verify', 'warn', 'attribute', 'determine'],
  decide: ['decide', 'approve', 'authorise'],
  military: [
    'use-armed-force',
    'air-defence',
    'close-airspace',
    'intercept',
    'strike',
    'naval-protect',
    'deploy-forces',
    'station',
    'transfer-command',
    'mobilise',
  ],
  'military-support': ['provide-arms', 'train', 'share-intel', 'logistics', 'maintain', 'industrial'],
  economic: [
    'sanction-impose',
    'sanction-snapback',
    'sanction-relief',
    'seize-assets',
    'hold-assets',
    'finance',
    'reconstruct',
    'compensate',
  ],
  enable: ['grant-basing', 'grant-overflight', 'pre-position', 'plan', 'exercise', 'regulate-status', 'grant-access'],
  law: [
    'ratify',
    'submit-for-approval',
    'enact-legislation',
    'appropriate',
    'deposit',
    'register',
    'enter-into-force',
    'amend',
    'sign',
  ],
  organise: ['establish-body', 'appoint'],
  concession: [
    'withdraw',
    'cede',
    'recognise-loss',
    'disarm',
    'limit-forces',
    'renounce-weapons',
    'abstain-from-alliance',
    'amend-constitution',
    'waive-claims',
    'transfer-assets',
    'host-none',
  ],
  exit: ['terminate', 'suspend', 'withdraw-from-treaty'],
  defer: ['agree-later', 'explore', 'negotiate'],
  generic: ['assist-generic', 'cooperate', 'perform'],
  ceasefire: ['cease-fire', 'disengage', 'release'],
  other: ['other'],
} as const;

export type ActionClass = keyof typeof actionClasses;
export type ActionType = (typeof actionClasses)[ActionClass][number];

const classOf = new Map<string, ActionClass>();
for (const [name, types] of Object.entries(actionClasses)) for (const type of types) classOf.set(type, name as ActionClass);

/** Class of an action type. */
export function actionClass(type: ActionType): ActionClass {
  return classOf.get(type) ?? 'other';
}

/** Types that make a positive duty of a guarantor core on their own (catalogue 0.5 b, A.3, decision 1). */
export function isCoreType(type: ActionType): boolean {
  switch (actionClass(type)) {
    case 'military':
    case 'military-support':
      return true;
    case 'economic':
      return type !== 'sanction-relief';
    case 'enable':
      return type !== 'plan';
    case 'find':
      return true;
    default:
      return false;
  }
}

/** One row of the table. */
export interface ActionRow {
  readonly verbs: readonly string[];
  readonly objects?: readonly string[];
  /** Words one of which must stand in the subject: "the Reserve Force shall move to the frontier". */
  readonly subjects?: readonly string[];
  /** Only in the passive or only in the active. */
  readonly voice?: 'active' | 'passive';
  readonly type: ActionType;
}

/** The whole table. What somebody does for the response by talk, law or organisation is told apart first, help last. */
export const actionTable: readonly ActionRow[] = [...lawRows, ...helpRows];
