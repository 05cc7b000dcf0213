import tokens from '../tokens.css?raw';

/** What is between the braces behind this selector. */
function block(selector: string): string {
  const from = tokens.indexOf('{', tokens.indexOf(selector));
  return tokens.slice(from + 1, tokens.indexOf('}', from));
}

const LETTERS = [...'abcdefghij'] as const;
const COLOURS = 8;
/** From the ninth on: a ring in the colour of A and those after it, paper inside. */
const segments = LETTERS.map((letter, i) => {
  const like = LETTERS[i % COLOURS]!;
  const [fill, ink] = i < COLOURS ? [`segment-${like}`, `segment-${like}-ink`] : ['paper', 'ink'];
  return `.seg-${letter}{--seg:var(--segment-${like});--seg-fill:var(--${fill});--seg-ink:var(--${ink})}`;
}).join('');
const heat = Array.from(
  { length: 7 },
  (_, i) => `.heat-${i}{background:var(--heat-${i});color:var(--heat-${i}-ink)}`,
).join('');

/** How a report looks, wherever it stands; colours and type come from around it. */
export const REPORT_STYLE = `
.report{max-width:820px;margin:0 auto;padding:40px 32px;color:var(--ink);font:var(--body);overflow-wrap:break-word}
.report *{box-sizing:border-box}
.report h1,.report h2,.report h3,.report h4,.report p,.report dl,.report dd,.report figure{margin:0}
.report h1{font:var(--title);letter-spacing:var(--tighter)}
.report h2{font:var(--title);letter-spacing:var(--tighter)}
.report h3{padding-top:24px;font-size:16px;line-height:24px;font-weight:600}
.report h4{font:var(--label)}
.report .sheet{padding:24px 0 40px;border-top:1px solid var(--ink)}
.report .sheet+.sheet{margin-top:24px}
.report #finding{border-top:0;padding-top:0}
.report .kicker,.report .note{font:var(--small);color:var(--ink-2)}
.report .note{padding-top:12px;max-width:88ch}
.report .finding{padding:24px 0 4px;font:var(--headline);letter-spacing:var(--tight);text-wrap:balance}
.report .dek{padding-bottom:8px;font:var(--dek);color:var(--ink-2)}
.report figure{padding-top:24px}
.report figcaption{padding-bottom:12px}
.report .drawing svg{display:block;max-width:100%;height:auto;font-family:var(--font)}
.report table{width:100%;margin-top:24px;border-collapse:collapse;font:var(--small);font-variant-numeric:tabular-nums}
.report caption{padding-bottom:8px;font:var(--label);text-align:left}
.report th,.report td{padding:6px 12px 6px 0;border-top:1px solid var(--line);text-align:left;vertical-align:top}
.report thead th{border-top:0;color:var(--ink-2);font-weight:500;vertical-align:bottom}
.report tbody th{font-weight:500}
.report .numeric{text-align:right;white-space:nowrap}
.report td.numeric:last-child,.report th.numeric:last-child{padding-right:0}
.report tr:target,.report .rule:target{background:var(--accent-wash)}
.report .face{display:flex;align-items:flex-start;gap:10px;color:inherit}
.report a{color:inherit;text-decoration:underline dotted;text-decoration-color:var(--edge);text-underline-offset:3px}
.report a.face{text-decoration:none}
.report a.face span+span{text-decoration:underline;text-decoration-thickness:1px;text-decoration-color:var(--edge);text-underline-offset:3px}
.report a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.report .badge{display:inline-flex;align-items:center;justify-content:center;flex:none;width:22px;height:22px;border:2px solid var(--seg);border-radius:2px;background:var(--seg-fill);color:var(--seg-ink);font:700 13px/1 var(--font)}
.report .segment{border-top:3px solid var(--seg)}
.report .numerals{display:grid;grid-template-columns:auto auto minmax(0,1fr);gap:4px 32px;align-items:end;padding-top:12px;font:var(--small);color:var(--ink-2)}
.report .numeral{display:block;color:var(--ink);font:var(--numeral);letter-spacing:var(--tight)}
.report .size{color:var(--ink)}
.report .grade{padding-top:12px;font:var(--small);color:var(--ink-2)}
.report strong{color:var(--ink);font-weight:600}
.report dl{display:grid;gap:10px;padding-top:20px}
.report dl>div{display:grid;grid-template-columns:168px minmax(0,1fr);gap:0 16px}
.report dt{font:var(--label);line-height:24px;color:var(--ink-2)}
.report .rule{padding-top:16px;max-width:88ch}
.report .strip{display:block;width:120px;height:20px}
.report .strip .all{fill:var(--context);opacity:.6}
.report .strip .own{fill:var(--seg)}
.report .heat td[class^=heat]{padding:8px 4px;border:2px solid var(--paper);font-weight:600;text-align:center;white-space:nowrap}
.report .heat th{vertical-align:middle}
.report .heat thead .numeric{text-align:center}
.report .heat thead .numeric:last-child{text-align:right}
.report .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
${segments}${heat}
@media (max-width:599px){
.report{padding:24px 16px}
.report #differences{overflow-x:auto}
.report .finding{font-size:28px;line-height:34px}
.report dl>div{grid-template-columns:minmax(0,1fr)}
.report .numerals{grid-template-columns:1fr 1fr}
.report .glance thead,.report .segment thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.report .glance tbody,.report .segment tbody{display:block}
.report .glance tr,.report .segment tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:2px 12px;padding:8px 0;border-top:1px solid var(--line)}
.report .segment tr{grid-template-columns:repeat(2,minmax(0,1fr))}
.report .glance :is(th,td),.report .segment :is(th,td){padding:0;border:0;text-align:left}
.report .glance tbody th,.report .glance td:last-child,.report .segment tbody th,.report .segment td:nth-last-child(-n+2){grid-column:1/-1}
.report .glance td:empty,.report .segment td:empty{display:none}
.report .glance td:not(:last-child)::before,.report .segment td:not(:nth-last-child(-n+2))::before{content:attr(data-label) ' ';color:var(--ink-2)}
.report .wide{overflow-x:auto}
.report .wide::before{content:'Wider than the screen: slide it sideways.';position:sticky;left:0;display:inline-block;font:var(--small);color:var(--ink-2)}
.report .wide svg{min-width:560px}
.report .size{grid-column:1/-1}
}
@media print{
.report{max-width:none;padding:0;font-size:11px;line-height:16px}
.report .sheet{padding:0 0 8px;break-before:page}
.report #finding{break-before:auto}
.report .sheet+.sheet{margin-top:0}
.report .segment{padding-top:12px}
.report .finding{font-size:26px;line-height:32px}
.report .dek{font-size:14px;line-height:20px}
.report table{margin-top:14px;font-size:10px;line-height:14px}
.report th,.report td{padding-top:2.5px;padding-bottom:2.5px}
.report .heat td[class^=heat]{padding:2px}
.report .strip{height:12px}
.report .numeral{font-size:28px;line-height:32px}
.report h3{padding-top:12px;font-size:13px;line-height:18px}
.report figure{padding-top:14px}
.report .rule{padding-top:10px}
.report dl{gap:6px;padding-top:12px}
.report dt{line-height:16px}
.report .note,.report .kicker,.report .grade,.report .numerals{font-size:10px;line-height:14px}
.report thead{display:table-header-group}
.report tr,.report figure,.report dl>div,.report .numerals,.report .note,.report .rule,.report .closing{break-inside:avoid}
.report .note,.report .rule{break-before:avoid}
.report h2,.report h3,.report h4,.report caption{break-after:avoid}
.report a{text-decoration:none}
.report .drawing svg{max-height:100mm;width:auto}
.report #method .drawing svg{max-height:36mm}
.report *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

/** All of a report's style; light on paper and where nobody prefers dark. @param font woff2 as a data address */
export const reportCss = (font: string | null): string => `
${font === null ? '' : `@font-face{font-family:'Public Sans Variable';font-weight:100 900;src:url(${font}) format('woff2')}`}
:root{${block("[data-theme='light'] {")}${block('\n:root {')}}
@media screen and (prefers-color-scheme:dark){:root{${block("\n[data-theme='dark'] {")}}}
@page{margin:16mm 15mm}
html{background:var(--paper)}
body{margin:0}
@media print{:root{--paper:#fff}}
${REPORT_STYLE}`;
