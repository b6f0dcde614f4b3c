import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from './model.ts';
import { findSequence, findWord, type Sequences, sequences, wordSet } from './scan.ts';
import { type Place, regulating } from './watch.ts';

/** Who orders the forces, from when, and what all of them see (PRS005). */
export interface Command {
  readonly commander: Place | null;
  readonly transfer: Place | null;
  readonly picture: Place | null;
  /** Words that leave command where it is, or open: "remain under national control", "a cell may be set up". */
  readonly open: Place | null;
}

const chiefs = sequences(`
commander
commanders
commander-in-chief
headquarters
corps commander
(an|the|that) admiral
flag officer
(a|the|that) general (of|commanding|officer|from)
general officer
supreme command
joint command
unified command
combined command
commanded by
the general
general of
(general|admiral|officer) commanding
`);
const control = wordSet('control command orders');
const passing = wordSet(
  `passes pass passed transferred transfer transfers assigned assign assigns placed place vested vests exercised exercises exercise assumes
   assume assumed takes take taken obey obeys obeyed handed under commands commanded has have holds hold belongs belong vest rests rest his hers`,
);
const pictures = sequences(`
(air|sea|common|one|single|joint|operational|operating|recognised|shared) picture
(air|common) and (sea|operational) picture
picture
pictures
(fuse|fuses|fused|fusing|fusion)
(share|shares|shared|sharing|exchange|exchanges|pool|pools|pooled) (all|their|its|the|of|) intelligence
intelligence (sharing|fusion|feed|links|is|of|from|to)
(feed|feeds|fed) (their|its|all|the|one|into)
(sensor|radar|satellite|surveillance|reconnaissance) (data|pictures|images)
radar and satellite (data|images|pictures)
`);
const open = sequences(`
national (control|command|orders)
(command|control|orders) of (their|its) (capitals|capital|own|governments|government)
coordination (cell|centre|group)
liaison officers
existing channels
`);
const late = sequences(`
at an appropriate (time|moment)
in due course
to be (appointed|agreed|named|designated|determined|decided|established)
(agree|decide|determine) on (the|a) command
(arrangements|details) (shall|will) be (agreed|settled|determined|decided)
`);
const permissive = wordSet('may might could can');

const memory = new WeakMap<Reading, Command>();

/** Reads once what a text says of command. Linear in the text. */
export function readCommand(reading: Reading): Command {
  const known = memory.get(reading);
  if (known) return known;
  let commander: Place | null = null;
  let transfer: Place | null = null;
  let picture: Place | null = null;
  let left: Place | null = null;
  for (const sentence of regulating(reading)) {
    const { tokens } = sentence;
    const find = (list: Sequences): Range | null => findSequence(tokens, { from: sentence.own, to: tokens.length }, list);
    const national = find(open);
    if (national) left ??= { sentence, ...national };
    if (sentence.context === 'definition' || find(late)) continue;
    const seen = find(pictures);
    if (seen && !isHedged(tokens, seen.from)) picture ??= { sentence, ...seen };
    const chief = find(chiefs);
    if (chief && !isHedged(tokens, chief.from)) commander ??= { sentence, ...chief };
    const passed = passesIn(sentence, chief);
    if (passed && (!national || chief)) transfer ??= { sentence, ...passed };
  }
  const command = { commander, transfer, picture, open: left };
  memory.set(reading, command);
  return command;
}

/** Control goes to the one who commands, or lies with him at all times. */
function passesIn({ tokens, own, references }: Sentence, chief: Range | null): Range | null {
  for (let i = own; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (/^(?:obey|obeys|commanded|commands)$/.test(word) && chief && !isHedged(tokens, i)) return { from: i, to: i + 1 };
    if (
      word === 'under' &&
      chief &&
      chief.from > i &&
      chief.from - i < 4 &&
      /^(?:placed|come|comes|put)$/.test(tokens[i - 1]?.word ?? '')
    )
      return { from: i - 1, to: chief.to };
    if (!control.has(word)) continue;
    if (word === 'control' && !/^(?:operational|tactical|the|under|full|take|takes)$/.test(tokens[i - 1]?.word ?? '')) continue;
    const verb = findWord(tokens, { from: Math.max(own, i - 10), to: Math.min(tokens.length, i + 12) }, passing);
    if (verb < 0 || isHedged(tokens, verb)) continue;
    if (chief || references.length > 0) return { from: Math.min(verb, i), to: Math.max(verb, i) + 1 };
  }
  return null;
}

function isHedged(tokens: readonly Token[], at: number): boolean {
  return (
    findWord(tokens, { from: Math.max(0, at - 5), to: at }, permissive) >= 0 ||
    findWord(tokens, { from: Math.max(0, at - 4), to: at }, denied) >= 0
  );
}

const denied = wordSet('no not without neither');
