/**
 * What a verb and its object do: the action types of catalogue A.3, as data.
 *
 * A row names verbs (lemmas) and, where the verb alone does not decide, the object words one of which must stand in its
 * complement. Rows are tried in order; the first that fits gives the type. `'*'` matches any verb.
 */

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

const ARMS =
  'weapon weapons weaponry arms ammunition munitions equipment materiel matériel missiles rockets artillery tanks drones interceptors launchers systems vehicles armour armor spare spares shells rounds batteries aircraft fighters helicopters stocks stock supplies howitzers howitzer mortars guns rifles radars tanks carriers mines torpedoes jets matériels ordnance armaments armament materials explosives interceptor missile drone tank vessels-of-war'.split(
    ' ',
  );
const FORCES =
  'force forces troops brigade brigades battalion battalions contingent contingents unit units squadron squadrons battery batteries personnel soldiers division divisions vessels ships garrison company companies battlegroup battlegroups fleet fleets army armies corps navy flotilla flotillas regiment regiments'.split(
    ' ',
  );
const MONEY =
  'fund funds funding money loan loans grant grants credit credits payment payments sum sums contribution contributions budget budgets finance financing euro euros dollar dollars eur usd gbp million billion instalment instalments gdp tranche tranches'.split(
    ' ',
  );
const INTEL =
  'intelligence reconnaissance imagery surveillance satellite satellites pictures images early-warning radar air-picture'.split(
    ' ',
  );
const SANCTIONS =
  'sanction sanctions embargo embargoes restrictive restrictions tariff tariffs export-control export-controls freeze costs measures-annex duties-import'.split(
    ' ',
  );
const ASSETS = 'asset assets reserves accounts holdings'.split(' ');
const HELP = 'assistance aid help support relief backing protection solidarity succour succor'.split(' ');
const WATCHERS =
  'mission observers monitors monitor commission bureau centre center team teams patrols officers inspectorate'.split(' ');
const LOGISTICS =
  'logistics logistic logistical fuel transport airlift sealift refuelling refueling medical evacuation maintenance repair lift'.split(
    ' ',
  );

export const actionTable: readonly ActionRow[] = [
  // talk
  { verbs: ['consult', 'confer', 'deliberate'], type: 'consult' },
  { verbs: ['take', 'hold', 'seek'], objects: ['counsel'], type: 'consult' },
  {
    verbs: [
      'hold',
      'enter',
      'conduct',
      'begin',
      'start',
      'open',
      'initiate',
      'undertake',
      'engage',
      'launch',
      'take',
      'have',
      'institute',
      'proceed',
      'commence',
    ],
    objects: ['consultation', 'consultations', 'talks', 'dialogue', 'discussions', 'conversations', 'deliberations', 'parley'],
    type: 'consult',
  },
  {
    verbs: ['make', 'address', 'lodge', 'send', 'deliver', 'present', 'convey', 'hand', 'issue', 'submit', 'agree', 'undertake'],
    objects: [
      'representation',
      'representations',
      'protest',
      'protests',
      'démarche',
      'démarches',
      'demarche',
      'demarches',
      'remonstrance',
      'remonstrances',
      'communiqué',
    ],
    type: 'notify',
  },
  { verbs: ['protest', 'remonstrate'], type: 'notify' },
  {
    verbs: ['come', 'reach', 'arrive', 'seek', 'adopt', 'form', 'define', 'establish', 'settle', 'take'],
    objects: ['understanding', 'position', 'attitude', 'stance', 'view'],
    type: 'coordinate',
  },
  {
    verbs: ['hold', 'call', 'convene', 'convoke', 'attend', 'summon', 'request', 'seek', 'organise', 'organize', 'arrange'],
    objects: ['meeting', 'meetings', 'session', 'summit', 'conference'],
    type: 'meet',
  },
  { verbs: ['meet', 'convene', 'assemble', 'gather', 'convoke'], type: 'meet' },
  {
    verbs: ['exchange'],
    objects: ['views', 'opinions', 'information', 'assessments', 'visits', 'experience', 'experiences'],
    type: 'exchange-views',
  },
  { verbs: ['discuss', 'review', 'examine', 'assess', 'consider', 'study', 'exchange', 'evaluate'], type: 'exchange-views' },
  { verbs: ['coordinate', 'co-ordinate', 'concert', 'harmonise', 'harmonize', 'liaise'], type: 'coordinate' },
  { verbs: ['call', 'convene', 'summon'], objects: ['ministers', 'staffs', 'representatives', 'delegates'], type: 'meet' },
  { verbs: ['seek', 'request', 'call', 'ask', 'pursue', 'press'], objects: ['council'], type: 'seek-unsc-action' },
  { verbs: ['support', 'seek', 'promote', 'pursue', 'press'], objects: ['adoption'], type: 'seek-unsc-action' },
  {
    verbs: ['report', 'notify', 'communicate', 'inform'],
    objects: ['council', 'un', 'nations', 'secretary-general', 'osce'],
    type: 'report-unsc',
  },
  {
    verbs: ['refer', 'bring', 'submit', 'raise'],
    objects: [
      'matter',
      'attention',
      'dispute',
      'situation',
      'question',
      'attack',
      'aggression',
      'case',
      'court',
      'assembly',
      'council',
      'nations',
      'osce',
      'organization',
      'organisation',
      'league',
    ],
    type: 'refer-body',
  },
  {
    verbs: ['submit', 'present', 'lay'],
    objects: ['approval', 'ratification', 'parliament', 'legislature', 'congress', 'senate', 'parliaments', 'treaty'],
    type: 'submit-for-approval',
  },
  {
    verbs: ['notify', 'inform', 'communicate', 'report', 'announce', 'transmit', 'circulate', 'signal', 'advise'],
    type: 'notify',
  },
  {
    verbs: ['publish', 'release'],
    objects: ['finding', 'findings', 'report', 'reports', 'imagery', 'result', 'results', 'conclusion', 'conclusions'],
    type: 'publish',
  },
  { verbs: ['publish'], type: 'publish' },
  { verbs: ['warn', 'alert'], type: 'warn' },
  { verbs: ['give', 'issue', 'provide'], objects: ['warning', 'alert'], type: 'warn' },
  // law of the treaty itself
  { verbs: ['ratify', 'accept', 'accede'], type: 'ratify' },
  { verbs: ['sign'], type: 'sign' },
  { verbs: ['deposit'], type: 'deposit' },
  { verbs: ['register'], type: 'register' },
  {
    verbs: ['amend', 'enshrine', 'revise', 'write', 'anchor', 'insert'],
    objects: ['constitution', 'constitutional'],
    type: 'amend-constitution',
  },
  { verbs: ['amend', 'revise', 'modify'], type: 'amend' },
  {
    verbs: ['enact', 'adopt', 'legislate', 'promulgate', 'pass', 'bring', 'maintain', 'introduce'],
    objects: ['legislation', 'law', 'laws', 'statute', 'statutes', 'act', 'acts', 'provisions'],
    type: 'enact-legislation',
  },
  { verbs: ['appropriate', 'budget'], type: 'appropriate' },
  {
    verbs: ['include', 'provide', 'make', 'set', 'enter'],
    objects: ['budget', 'budgets', 'appropriation', 'appropriations'],
    type: 'appropriate',
  },
  // exit
  {
    verbs: ['withdraw', 'denounce', 'leave', 'cease'],
    objects: ['treaty', 'agreement', 'party', 'convention', 'memorandum', 'arrangement', 'protocol', 'pact'],
    type: 'withdraw-from-treaty',
  },
  { verbs: ['denounce'], type: 'withdraw-from-treaty' },
  { verbs: ['terminate', 'end', 'expire', 'lapse'], type: 'terminate' },
  { verbs: ['suspend', 'derogate'], type: 'suspend' },
  // concessions
  { verbs: ['observe', 'watch'], subjects: WATCHERS, type: 'monitor' },
  {
    verbs: ['observe', 'watch'],
    objects: ['satellites', 'satellite', 'sensors', 'drones', 'cameras', 'radar', 'radars'],
    type: 'monitor',
  },
  {
    verbs: ['cease', 'stop', 'halt', 'end'],
    subjects: ['fire', 'firing', 'hostilities', 'shelling', 'fighting', 'operations', 'bombardment'],
    type: 'cease-fire',
  },
  {
    verbs: ['cease', 'stop', 'halt', 'observe'],
    objects: ['fire', 'hostilities', 'ceasefire', 'cease-fire', 'truce', 'firing', 'operations', 'armistice'],
    type: 'cease-fire',
  },
  { verbs: ['disengage', 'separate'], type: 'disengage' },
  {
    verbs: ['release', 'repatriate', 'exchange', 'return'],
    objects: ['prisoners', 'prisoner', 'detainees', 'hostages', 'persons', 'civilians', 'remains', 'bodies'],
    type: 'release',
  },
  {
    verbs: ['withdraw', 'pull', 'evacuate', 'remove', 'relocate'],
    objects: FORCES.concat(['weapons', 'arms', 'weaponry', 'artillery', 'army', 'armies', 'tanks', 'equipment', 'military']),
    type: 'withdraw',
  },
  { verbs: ['withdraw', 'evacuate'], type: 'withdraw' },
  { verbs: ['cede', 'relinquish', 'surrender'], type: 'cede' },
  {
    verbs: ['recognise', 'recognize', 'accept', 'acknowledge'],
    objects: ['annexation', 'loss', 'sovereignty-over', 'frontier-of'],
    type: 'recognise-loss',
  },
  {
    verbs: [
      'disarm',
      'demilitarise',
      'demilitarize',
      'demobilise',
      'demobilize',
      'dismantle',
      'destroy',
      'eliminate',
      'decommission',
      'scrap',
      'raze',
    ],
    type: 'disarm',
  },
  {
    verbs: ['renounce', 'forswear', 'relinquish'],
    objects: ['weapons', 'weapon', 'nuclear', 'missiles', 'arms'],
    type: 'renounce-weapons',
  },
  {
    verbs: ['waive', 'withdraw', 'drop', 'abandon', 'renounce', 'give', 'forgo'],
    objects: ['claims', 'claim', 'proceedings', 'reparations', 'suits', 'complaints'],
    type: 'waive-claims',
  },
  {
    verbs: ['join', 'accede', 'enter', 'seek', 'apply', 'take', 'stay', 'keep', 'remain', 'become', 'belong'],
    objects: ['alliance', 'alliances', 'membership', 'nato', 'organisation', 'bloc', 'blocs'],
    type: 'abstain-from-alliance',
  },
  {
    verbs: ['exceed', 'limit', 'reduce', 'cap'],
    objects: FORCES.concat(['weapons', 'range', 'army', 'arms', 'missiles', 'tanks', 'men']),
    type: 'limit-forces',
  },
  {
    verbs: ['host', 'admit', 'permit', 'allow', 'accept', 'receive', 'station', 'base', 'deploy'],
    objects: ['foreign'],
    type: 'host-none',
  },
  {
    verbs: ['transfer', 'hand', 'deliver'],
    objects: ['warheads', 'fleet', 'nuclear', 'territory', 'administration', 'ownership', 'title'],
    type: 'transfer-assets',
  },
  // economic
  {
    verbs: ['snap', 'apply', 'resume', 'return', 'revive', 'enter', 'come', 'take'],
    subjects: SANCTIONS.concat(['measures']),
    objects: ['back', 'again', 'force', 'effect'],
    type: 'sanction-snapback',
  },
  {
    verbs: ['reinstate', 'reimpose', 're-impose', 'reapply', 'restore', 'resume', 'snap', 'reactivate'],
    objects: SANCTIONS.concat(['measures', 'measure']),
    type: 'sanction-snapback',
  },
  {
    verbs: ['lift', 'ease', 'remove', 'terminate', 'suspend', 'waive', 'relax'],
    objects: SANCTIONS.concat(['measures']),
    type: 'sanction-relief',
  },
  {
    verbs: ['impose', 'apply', 'introduce', 'adopt', 'trigger', 'activate', 'enforce', 'levy'],
    objects: SANCTIONS,
    type: 'sanction-impose',
  },
  { verbs: ['sanction', 'embargo'], type: 'sanction-impose' },
  { verbs: ['break', 'sever', 'rupture'], objects: ['relations', 'ties', 'trade'], type: 'sanction-impose' },
  {
    verbs: ['close', 'bar', 'exclude', 'deny', 'block', 'ban', 'prohibit', 'stop'],
    objects: ['ports', 'borders', 'markets', 'trade', 'ships', 'banks', 'imports', 'exports', 'import', 'export', 'flights'],
    type: 'sanction-impose',
  },
  {
    verbs: ['forfeit'],
    objects: ['guarantee', 'protection', 'assistance', 'right', 'rights', 'benefit', 'benefits'],
    type: 'terminate',
  },
  { verbs: ['seize', 'confiscate', 'forfeit'], type: 'seize-assets' },
  { verbs: ['freeze', 'immobilise', 'immobilize', 'hold', 'block', 'keep', 'remain'], objects: ASSETS, type: 'hold-assets' },
  { verbs: ['rebuild', 'reconstruct'], type: 'reconstruct' },
  { verbs: ['compensate', 'indemnify', 'reimburse'], type: 'compensate' },
  { verbs: ['contribute'], objects: ['budget', 'budgets', 'fund', 'funds', 'cost', 'costs', ...MONEY], type: 'finance' },
  {
    verbs: ['bear', 'cover', 'meet', 'defray', 'share'],
    objects: ['cost', 'costs', 'expense', 'expenses', 'expenditure'],
    type: 'finance',
  },
  {
    verbs: ['place', 'put', 'open', 'earmark', 'set', 'dedicate', 'devote'],
    objects: ['sum', 'sums', 'funds', 'credit', 'credits', 'loan', 'loans', 'money', 'budget'],
    type: 'finance',
  },
  { verbs: ['finance', 'fund', 'pay', 'subsidise', 'subsidize', 'disburse', 'invest'], type: 'finance' },
  // finds
  {
    verbs: ['attribute', 'identify', 'establish', 'determine', 'name', 'pronounce', 'rule', 'state', 'report'],
    objects: ['responsibility', 'responsible', 'perpetrator', 'author', 'authorship', 'authors', 'culprit', 'origin'],
    type: 'attribute',
  },
  { verbs: ['attribute'], type: 'attribute' },
  {
    verbs: ['issue', 'make', 'give', 'adopt', 'deliver', 'publish', 'render', 'reach'],
    objects: ['finding', 'findings', 'determination', 'conclusion', 'ruling', 'attribution'],
    type: 'determine',
  },
  {
    verbs: ['determine', 'ascertain', 'find', 'establish', 'certify', 'pronounce', 'rule'],
    objects: ['whether', 'that', 'violation', 'attack', 'breach', 'facts', 'existence', 'aggression'],
    type: 'determine',
  },
  { verbs: ['monitor', 'observe', 'watch', 'patrol', 'supervise', 'oversee'], type: 'monitor' },
  { verbs: ['verify', 'inspect', 'investigate'], type: 'verify' },
  // decide
  { verbs: ['decide', 'determine', 'resolve', 'vote', 'choose', 'select'], type: 'decide' },
  {
    verbs: ['settle', 'agree', 'fix', 'concert'],
    objects: ['what', 'which', 'how', 'whether', 'response', 'answer', 'action', 'steps', 'measures'],
    type: 'decide',
  },
  { verbs: ['approve', 'endorse'], type: 'approve' },
  { verbs: ['authorise', 'authorize', 'mandate'], type: 'authorise' },
  // organise
  {
    verbs: ['establish', 'create', 'set', 'constitute', 'institute', 'form'],
    objects: [
      'commission',
      'committee',
      'council',
      'centre',
      'center',
      'mission',
      'mechanism',
      'group',
      'body',
      'secretariat',
      'panel',
      'cell',
      'headquarters',
      'force',
      'board',
      'office',
      'agency',
      'authority',
      'bureau',
      'zone',
      'fund',
    ],
    type: 'establish-body',
  },
  { verbs: ['appoint', 'designate', 'nominate', 'name', 'elect'], type: 'appoint' },
  // defer
  {
    verbs: ['agree', 'conclude', 'negotiate', 'elaborate', 'develop', 'draw', 'prepare', 'settle', 'work'],
    objects: [
      'agreement',
      'agreements',
      'arrangement',
      'arrangements',
      'modalities',
      'details',
      'terms',
      'protocol',
      'protocols',
      'roadmap',
      'plan',
      'plans',
      'concept',
      'memorandum',
    ],
    type: 'agree-later',
  },
  { verbs: ['explore'], type: 'explore' },
  { verbs: ['negotiate'], type: 'negotiate' },
  // military
  {
    verbs: ['use', 'employ', 'apply', 'resort', 'engage', 'commit'],
    objects: ['force', 'forces', 'weapons'],
    type: 'use-armed-force',
  },
  {
    verbs: [
      'defend',
      'repel',
      'counter',
      'resist',
      'expel',
      'fight',
      'counter-attack',
      'counterattack',
      'repulse',
      'defeat',
      'liberate',
    ],
    type: 'use-armed-force',
  },
  {
    verbs: ['close', 'enforce', 'seal', 'police', 'deny', 'keep', 'control'],
    objects: ['airspace', 'sky', 'skies', 'no-fly'],
    type: 'close-airspace',
  },
  {
    verbs: ['protect', 'cover', 'shield', 'secure', 'provide', 'extend', 'ensure', 'operate', 'activate', 'give'],
    objects: ['air-defence', 'airspace', 'skies', 'missile-defence', 'air-defense'],
    type: 'air-defence',
  },
  { verbs: ['intercept', 'shoot', 'engage', 'down'], type: 'intercept' },
  { verbs: ['strike', 'bomb', 'attack'], type: 'strike' },
  { verbs: ['escort', 'blockade', 'patrol', 'interdict'], type: 'naval-protect' },
  {
    verbs: ['place', 'put', 'pass', 'transfer', 'subordinate', 'assign'],
    objects: ['command', 'control', 'disposal', 'orders'],
    type: 'transfer-command',
  },
  { verbs: ['mobilise', 'mobilize'], type: 'mobilise' },
  { verbs: ['pre-position', 'preposition', 'stockpile'], type: 'pre-position' },
  {
    verbs: [
      'deploy',
      'dispatch',
      'send',
      'despatch',
      'commit',
      'reinforce',
      'contribute',
      'provide',
      'make',
      'furnish',
      'move',
      'bring',
      'land',
      'march',
      'put',
      'rush',
      'fly',
      'detach',
      'detail',
      'lend',
      'supply',
      'transport',
    ],
    objects: FORCES.concat(['reinforcements', 'men', 'reserve']),
    type: 'deploy-forces',
  },
  { verbs: ['deploy'], type: 'deploy-forces' },
  { verbs: ['drive', 'throw'], objects: ['back'], type: 'use-armed-force' },
  { verbs: ['go', 'enter', 'make', 'wage', 'declare'], objects: ['war'], type: 'use-armed-force' },
  { verbs: ['take', 'bear'], objects: ['field', 'arms'], type: 'use-armed-force' },
  { verbs: ['order', 'direct', 'command'], objects: ['action', ...FORCES], type: 'decide' },
  { verbs: ['move', 'march', 'advance', 'proceed', 'enter', 'land'], subjects: FORCES, type: 'deploy-forces' },
  { verbs: ['station', 'garrison', 'base', 'locate'], type: 'station' },
  { verbs: ['maintain', 'keep'], objects: FORCES, type: 'station' },
  // enable
  {
    verbs: ['grant', 'give', 'allow', 'provide', 'permit', 'open', 'accord', 'afford'],
    objects: ['base', 'bases', 'basing', 'facilities', 'ports', 'port', 'airfields', 'airfield', 'airbase'],
    type: 'grant-basing',
  },
  {
    verbs: ['grant', 'give', 'allow', 'provide', 'permit', 'open', 'accord', 'afford'],
    objects: ['overflight', 'transit', 'passage'],
    type: 'grant-overflight',
  },
  {
    verbs: ['grant', 'give', 'allow', 'provide', 'permit', 'guarantee', 'ensure', 'have', 'enjoy'],
    objects: ['access', 'movement'],
    type: 'grant-access',
  },
  {
    verbs: ['exercise', 'rehearse', 'conduct', 'hold'],
    objects: ['exercise', 'exercises', 'plan', 'plans', 'manoeuvres', 'drills'],
    type: 'exercise',
  },
  { verbs: ['plan'], type: 'plan' },
  // military support, by object
  { verbs: ['train', 'instruct'], type: 'train' },
  {
    verbs: ['share', 'provide', 'supply', 'exchange', 'give', 'pass', 'furnish', 'transmit', 'deliver'],
    objects: INTEL,
    type: 'share-intel',
  },
  {
    verbs: [
      'provide',
      'supply',
      'deliver',
      'furnish',
      'give',
      'transfer',
      'ship',
      'send',
      'release',
      'hand',
      'receive',
      'equip',
      'sell',
      'make',
      'donate',
      'replenish',
    ],
    objects: ARMS,
    type: 'provide-arms',
  },
  { verbs: ['equip', 'arm', 'supply', 'rearm', 'replenish', 'restock', 'outfit'], type: 'provide-arms' },
  {
    verbs: ['keep', 'maintain', 'assure', 'ensure', 'guarantee'],
    objects: ['supplied', 'armed', 'equipped', 'stocked', 'supply', 'supplies'],
    type: 'provide-arms',
  },
  {
    verbs: ['build', 'develop', 'modernise', 'modernize', 'strengthen', 'rebuild'],
    objects: ['industry', 'arsenal'],
    type: 'industrial',
  },
  {
    verbs: ['provide', 'give', 'conduct', 'organise', 'organize', 'deliver', 'furnish', 'offer', 'undertake', 'receive'],
    objects: ['training', 'instructors', 'instruction'],
    type: 'train',
  },
  { verbs: ['provide', 'give', 'furnish', 'supply', 'deliver', 'ensure'], objects: LOGISTICS, type: 'logistics' },
  {
    verbs: [
      'provide',
      'contribute',
      'make',
      'transfer',
      'allocate',
      'give',
      'extend',
      'grant',
      'furnish',
      'commit',
      'lend',
      'pledge',
      'deliver',
      'spend',
    ],
    objects: MONEY,
    type: 'finance',
  },
  { verbs: ['produce', 'manufacture', 'co-produce'], type: 'industrial' },
  // generic
  {
    verbs: ['assist', 'aid', 'help', 'support', 'back', 'respond', 'act', 'react', 'intervene', 'protect', 'safeguard', 'answer'],
    type: 'assist-generic',
  },
  {
    verbs: ['come', 'hasten', 'rush', 'go', 'fly', 'spring', 'hurry', 'march', 'run'],
    objects: ['defence', 'defense', 'rescue', 'succour', 'succor', 'aid', 'assistance', 'help', 'side', 'support', 'relief'],
    type: 'assist-generic',
  },
  {
    verbs: ['stand', 'rally', 'side'],
    objects: ['by', 'with', 'beside', 'behind', 'alongside', 'shoulder', 'side'],
    type: 'assist-generic',
  },
  { verbs: ['succour', 'succor', 'relieve', 'reinforce'], type: 'assist-generic' },
  { verbs: ['mount', 'launch'], objects: ['response', 'responses', 'defence', 'defense', 'operation'], type: 'assist-generic' },
  {
    verbs: ['restore'],
    objects: ['frontier', 'frontiers', 'border', 'borders', 'status', 'situation', 'territory', 'line'],
    type: 'assist-generic',
  },
  {
    verbs: ['owe', 'pledge', 'commit', 'guarantee', 'promise'],
    objects: HELP,
    type: 'assist-generic',
  },
  {
    verbs: [
      'give',
      'provide',
      'render',
      'afford',
      'furnish',
      'lend',
      'offer',
      'extend',
      'accord',
      'ensure',
      'receive',
      'come',
      'send',
      'bring',
      'grant',
      'supply',
      'deliver',
      'dispatch',
      'despatch',
      'fly',
      'hasten',
      'go',
    ],
    objects: [...HELP, 'response', 'responses', 'reply', 'answer', 'reaction', 'hand'],
    type: 'assist-generic',
  },
  {
    verbs: ['take', 'adopt', 'implement', 'undertake', 'initiate', 'apply', 'begin', 'execute', 'carry', 'start', 'activate'],
    objects: [
      'measure',
      'measures',
      'step',
      'steps',
      'action',
      'actions',
      'response',
      'responses',
      'means',
      'dispositions',
      'provisions',
      'counter-measures',
      'countermeasures',
    ],
    type: 'assist-generic',
  },
  {
    verbs: ['ensure', 'secure', 'guarantee', 'maintain', 'restore', 'uphold', 'preserve', 'safeguard', 'warrant'],
    objects: ['security', 'independence', 'integrity', 'sovereignty', 'defence', 'defense', 'inviolability', 'peace'],
    type: 'assist-generic',
  },
  {
    verbs: ['include', 'comprise', 'consist', 'cover'],
    objects: [
      ...ARMS,
      ...HELP,
      ...SANCTIONS,
      ...INTEL,
      'airspace',
      'measures',
      'force',
      'forces',
      'items',
      'deployment',
      'training',
    ],
    type: 'assist-generic',
  },
  {
    verbs: [
      'cooperate',
      'co-operate',
      'collaborate',
      'contribute',
      'participate',
      'work',
      'strengthen',
      'deepen',
      'enhance',
      'promote',
      'encourage',
      'facilitate',
      'foster',
      'develop',
      'intensify',
      'expand',
    ],
    type: 'cooperate',
  },
  { verbs: ['perform', 'carry', 'implement', 'execute', 'fulfil', 'fulfill', 'discharge', 'apply', 'comply'], type: 'perform' },
  // legal state
  { verbs: ['respect', 'observe', 'honour', 'honor', 'uphold'], type: 'respect' },
  { verbs: ['refrain', 'abstain', 'desist', 'renounce', 'forbear'], type: 'refrain' },
  { verbs: ['recognise', 'recognize', 'acknowledge'], type: 'recognise' },
  { verbs: ['reaffirm', 'confirm', 'recall', 'reiterate', 'affirm'], type: 'reaffirm' },
  {
    verbs: ['declare', 'proclaim', 'state', 'condemn', 'deplore', 'regard', 'treat', 'consider', 'deem', 'view', 'express'],
    type: 'declare',
  },
  { verbs: ['comply', 'conform', 'abide'], type: 'comply' },
  { verbs: ['enter', 'come', 'take'], objects: ['force', 'effect', 'operation'], type: 'enter-into-force' },
];
