/** How the page looks: on a wide screen the findings stand in the margin, on a narrow one and on paper below their words. */
export const pageStyle = `
:root { --error: #b3261e; --warning: #9a6700; --info: #0b5cad; --ink: #1c1b1a; --soft: #6b6863; --line: #dedbd4; --paper: #fff; --ground: #f6f4ef; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.55 Georgia, 'Times New Roman', serif; }
header, main, footer { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
h1, h2, h3, h4 { line-height: 1.25; }
.ui, header, nav, .card, .verdict, footer { font-family: system-ui, 'Segoe UI', sans-serif; font-size: 14px; }
header h1 { margin: 24px 0 4px; font-size: 22px; }
.counts { color: var(--soft); margin: 0 0 12px; }
.verdict { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 12px 18px; margin: 12px 0; }
.verdict h3 { margin: 10px 0 4px; font-size: 15px; }
.grade { display: inline-block; min-width: 1.6em; padding: 0 .4em; border-radius: 4px; color: #fff; text-align: center; font-weight: 700; background: var(--error); }
.grade.A, .grade.B { background: #1a7f37; }
.grade.C { background: var(--warning); }
.chain { width: 100%; max-width: 860px; height: auto; font: 12px system-ui, sans-serif; }
.chain .tick { stroke: var(--line); }
.chain .axis, .chain .clause, .chain .when { fill: var(--soft); font-size: 11px; }
.chain rect { fill: #9aa7b4; }
.chain .action rect { fill: #1a7f37; }
.chain .stop rect, .chain .endless rect { fill: var(--error); opacity: .75; }
.chain path { fill: var(--error); }
.chain .alarm { fill: var(--error); font-weight: 700; }
.layers { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 4px 0; padding: 0; list-style: none; }
.layers meter { width: 90px; vertical-align: middle; }
.tasks { border-collapse: collapse; margin: 4px 0; } .tasks th { text-align: left; font-weight: 600; padding: 2px 16px 2px 0; vertical-align: top; white-space: nowrap; }
.tasks td { padding: 2px 0; overflow-wrap: anywhere; } .tasks tr + tr { border-top: 1px solid var(--line); } .nobody { color: var(--error); font-weight: 600; }
details { margin: 6px 0; } summary { cursor: pointer; color: var(--info); }
nav { position: sticky; top: 0; z-index: 1; background: var(--ground); border-bottom: 1px solid var(--line); padding: 8px 0; margin: 8px 0 16px; display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; }
nav[hidden] { display: none; } nav select { max-width: 220px; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 400px; gap: 26px; }
.words { background: var(--paper); padding: 2px 28px; border-left: 1px solid var(--line); border-right: 1px solid var(--line); overflow-wrap: anywhere; }
.words p, .words h1, .words h2, .words h3 { margin: 10px 0; } .words .lines { white-space: pre-wrap; }
.words h1 { font-size: 22px; } .words h2 { font-size: 18px; } .words h3 { font-size: 16px; }
.words pre { white-space: pre-wrap; font: 12px/1.45 ui-monospace, monospace; color: var(--soft); }
.whole { display: grid; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); gap: 0 16px; margin: 12px 0; }
.note { color: var(--soft); font-style: italic; }
mark { background: none; border-bottom: 2px solid; padding-bottom: 1px; }
mark a { color: inherit; text-decoration: none; }
mark.error { border-color: var(--error); background: #fbe9e7; }
mark.warning { border-color: var(--warning); background: #fdf3d8; }
mark.info { border-color: var(--info); background: #e8f1fb; }
mark.off { background: none; border-color: transparent; }
.card { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid; border-radius: 6px; padding: 8px 12px; margin: 8px 0; overflow-wrap: anywhere; }
.card.error { border-left-color: var(--error); } .card.warning { border-left-color: var(--warning); } .card.info { border-left-color: var(--info); }
.verdict, .card, .row { scroll-margin-top: 64px; }
.card:target { box-shadow: 0 0 0 3px #cfd8e3; }
.card h4 { margin: 0 0 4px; font-size: 14px; } .card h4 small { color: var(--soft); font-weight: 400; }
.card p { margin: 4px 0; } .card .try q { background: #eef6ee; } .card.off { display: none; }
.level { text-transform: uppercase; font-size: 11px; letter-spacing: .04em; }
.error .level { color: var(--error); } .warning .level { color: var(--warning); } .info .level { color: var(--info); }
footer { color: var(--soft); padding-top: 24px; padding-bottom: 40px; }
@media screen and (min-width: 901px) { .words > * { position: sticky; top: 56px; } }
@media (max-width: 900px) { .row { display: block; } .words { border-right: 0; padding: 2px 12px; } .margin { padding-left: 12px; } }
@media print {
  body { background: #fff; font-size: 10.5pt; } .whole { display: block; } nav { display: none; } header, main, footer { max-width: none; padding: 0; }
  .row { grid-template-columns: minmax(0, 1fr) 42%; gap: 12px; } .words { border: 0; padding: 0; } .card, .verdict { break-inside: avoid; font-size: 8.5pt; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}`;
