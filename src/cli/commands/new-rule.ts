import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from '#base';
import { writeNew } from '#disk';
import { openEngine } from '../engine.ts';
import { complain, EXIT, say } from '../output.ts';
import { makePlans } from '../plans.ts';

/** `treatylint new-rule CODE name`: a complete home for a rule of one's own: a rule that works, its page and its drafts. */
export async function newRule(code: string, name: string, flags: { readonly folder: string }): Promise<number> {
  const faults: Fault[] = [];
  const tell = (file: string, message: string): void => {
    faults.push({ file, pointer: '', message });
  };
  if (!/^[A-Z]{3}\d{3}$/.test(code)) tell(code, 'a code is three capitals and three digits, as in MFA001');
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    tell(name, 'a name is lower case words joined by hyphens, as in working-days');
  const { cards } = await openEngine(undefined);
  const taken = cards.find((card) => card.code === code || card.name === name);
  if (taken) tell(code, `${taken.code} ${taken.name} is a built-in rule: take another code and name`);
  else if (cards.some((card) => card.code.startsWith(code.slice(0, 3))))
    tell(code, `the family ${code.slice(0, 3)} is built in and may grow: take three letters of your own, as in MFA001`);
  const home = resolve(flags.folder, code);
  if (existsSync(home)) tell(join(flags.folder, code), 'it is there already: nothing was written');
  if (faults.length === 0) {
    const failure = writeHome(home, filesOf(code, name));
    if (failure !== null) tell(join(flags.folder, code), `it could not be written: ${failure}`);
  }
  complain(faults);
  if (faults.length > 0) return EXIT.faults;
  const plans = makePlans({}, (await openEngine(undefined)).book, process.cwd());
  await plans.open([{ absolute: join(home, 'weak.md') }]);
  const known = plans.all().some((configuration) => configuration.ruleFolders.includes(resolve(flags.folder)));
  say(
    `${[
      `${join(flags.folder, code)} written: rule.json, README.md, weak.md, strong.md, cases/.`,
      ...(known ? [] : [`Add to treatylint.config.yaml: ruleFolders: [${flags.folder}]`]),
      `Then: treatylint suite ${flags.folder} --approve, and read what it approved.`,
    ].join('\n')}\n`,
  );
  return EXIT.clean;
}

/** Writes the home beside its place and moves it there whole. */
function writeHome(home: string, files: Readonly<Record<string, string>>): string | null {
  const beside = `${home}.${process.pid}.tmp`;
  try {
    mkdirSync(join(beside, 'cases'), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      const failure = writeNew(join(beside, path), text);
      if (failure !== null) throw new Error(failure);
    }
    renameSync(beside, home);
    return null;
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    return (error as Error).message;
  }
}

function filesOf(code: string, name: string): Record<string, string> {
  const rule = {
    code,
    name,
    title: 'A core duty counts its time in working days',
    scope: 'clause',
    severity: 'warning',
    status: 'draft',
    since: '0.1.0',
    cases: [
      {
        subject: 'duty',
        when: {
          all: [
            { fact: 'core', operator: 'equal', value: true },
            { fact: 'deadlineUnit', operator: 'equal', value: 'working-day' },
          ],
        },
        at: 'time',
      },
    ],
    message: '{time} stops at every weekend and holiday, and an attack does not.',
    why: 'The other side may later say that the time had not yet run out.',
    remedy: 'Count in hours from the trigger.',
    suggestions: [{ desc: 'Count in hours', text: 'within 48 hours', mode: 'replace' }],
    once: 'words',
    sources: ['Drafting practice of the ministry'],
    related: ['TIM003'],
  };
  return {
    'rule.json': `${JSON.stringify(rule, null, 2)}\n`,
    'README.md': page(code, name),
    'weak.md': draft('within two working days after the Armed Attack has begun'),
    'strong.md': draft('within 48 hours after the Armed Attack has begun'),
    'cases/clean-meeting.md': draft(
      'within 48 hours after the Armed Attack has begun',
      'The Parties shall meet within two working days after the end of each year.',
    ),
    'cases/weak-business-days.md': draft('within three business days after the Armed Attack has begun'),
  };
}

function draft(time: string, more = 'The measures taken shall be reported to the Security Council.'): string {
  return `---
kind: bilateral-guarantee
completeness: excerpt
---

# Treaty of Guarantee between the Kingdom of Brenn and the Republic of Veldania

## Article 1

"Armed Attack" means any use of armed force by a State against the territory of the Republic of Veldania.

## Article 2

1. If an Armed Attack occurs, the Kingdom of Brenn shall, ${time}, deliver air defence systems to the Republic of Veldania.

2. ${more}
`;
}

function page(code: string, name: string): string {
  return `# ${code} ${name}

## What it checks

A core duty of a guarantor whose time is counted in working days or business days. (Change this page with the rule.)

## Why it matters

Working days stop at weekends and at the holidays of the guarantor, which an aggressor can read in a calendar.

## What it leaves alone

Meetings, reports and payments that are no core duty; time counted in hours or calendar days.

## Precedents

Name treaties that show the weakness, with their articles, and treaties that avoid it.

## How to repair

Count in hours from the moment of the attack or of the notice.

## Sources

- The practice of your ministry, or the literature, that the rule rests on.
`;
}
