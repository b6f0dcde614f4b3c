import { join } from 'node:path';
import picocolors from 'picocolors';
import { readPage } from '#disk';
import { visible } from '#report';
import { hint } from '#rules';
import { cardsOf, openEngine } from '../engine.ts';
import { complain, EXIT, say, wantsColor } from '../output.ts';
import { makePlans } from '../plans.ts';

/** `treatylint explain CODE|name`: the rule's page in the terminal. */
export async function explain(rule: string, flags: { readonly color?: boolean }): Promise<number> {
  const { cards: builtIn, book, faults } = await openEngine(undefined);
  if (faults.length > 0) {
    complain(faults);
    return EXIT.faults;
  }
  // Rules of the user's own, where the working directory has a configuration.
  const plans = makePlans({}, book, process.cwd());
  complain(await plans.open([{ absolute: join(process.cwd(), 'draft.md') }]));
  const own = plans.all();
  const cards = [...builtIn, ...cardsOf(own.flatMap((configuration) => configuration.rules))];
  const card = cards.find((each) => each.code === rule.toUpperCase() || each.name === rule.toLowerCase());
  const folders = own.flatMap((configuration) => configuration.ruleFolders);
  const page = card ? readPage(card.code, folders) : null;
  if (page === null) {
    const known = cards.flatMap((each) => [each.code, each.name]);
    complain([{ file: 'explain', pointer: '', message: `unknown rule "${rule}"${hint(rule, known)}` }]);
    return EXIT.faults;
  }
  say(render(page, wantsColor(flags.color, process.env, process.stdout.isTTY)));
  return EXIT.clean;
}

/** A page as a terminal shows it: headings bold, code dim; without colours the Markdown stays as it is. */
export function render(page: string, color: boolean): string {
  if (!color) return page;
  const paint = picocolors.createColors(true);
  let fenced = false;
  const lines = page.split('\n').map((line) => {
    if (line.startsWith('```')) {
      fenced = !fenced;
      return paint.dim(line);
    }
    if (fenced) return paint.dim(visible(line));
    return line.startsWith('#') ? paint.bold(paint.cyan(line)) : line;
  });
  return lines.join('\n');
}
