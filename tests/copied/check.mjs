// Nothing of real letters may stand in this project: no run of words, no person's name. Given a folder of real letters it compares every
// file that git tracks with them and names what both hold: node tests/copied/check.mjs FOLDER… Needs pdftotext and unzip.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, extname } from 'node:path';

// Runs of this many words are sentences; shorter ones are phrases that everybody writes.
const RUN = 14;
// What the law, the regulators' addresses and standard clauses say in the same words everywhere.
const COMMON = [
  'information commissioner', 'wycliffe house', 'wilmslow', 'freedom of information act', 'environmental information regulations',
  'open government licence', 're use of public sector information', 'general data protection', 'internal review',
  'prejudice to effective conduct', 'otherwise to prejudice', 'dissatisfied with the handling',
];

function textOf(file) {
  const run = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    switch (extname(file).toLowerCase()) {
      case '.pdf': return run('pdftotext', '-layout', file, '-');
      case '.docx': return run('unzip', '-p', file, 'word/document.xml').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
      case '.md': case '.txt': case '.csv': return readFileSync(file, 'utf8');
      default: return '';
    }
  } catch (error) {
    if (error.code === 'ENOENT') throw error;  // without the tool nothing would be compared
    return '';  // a file that its own tools cannot read holds nothing to copy
  }
}

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function* runsOf(text) {
  const words = wordsOf(text);
  for (let i = 0; i + RUN <= words.length; i++) yield words.slice(i, i + RUN).join(' ');
}

// Of two words or more after a salutation or above a role: single words are too often a word of the language as well.
function namesOf(text) {
  const name = String.raw`((?:[A-Z][a-z]+[ \t]+){1,2}[A-Z][a-z]+(?:-[A-Z][a-z]+)?)`;
  const forms = [new RegExp(String.raw`(?:Dear|From:|To:|Cc:)[ \t]+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ \t]+)?${name}[ \t]*(?:,|\n|<|;)`, 'g'),
    new RegExp(String.raw`(?:Yours|[Kk]ind [Rr]egards|[Rr]egards|[Ss]incerely|[Ff]aithfully)[^\n]{0,20}\n\s*${name}[ \t]*\n`, 'g')];
  const noName = /\b(Freedom|Information|Request|Trust|Officer|Team|Council|Manager|Governance|Foundation|Sir|Madam|Applicant|Health|Head|Yours)\b/;
  return forms.flatMap((form) => [...text.matchAll(form)].map((found) => found[1].replace(/\s+/g, ' '))).filter((n) => !noName.test(n));
}

const folders = process.argv.slice(2);
const real = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  .map((entry) => textOf(join(entry.parentPath ?? entry.path, entry.name))).filter(Boolean);
if (real.length === 0) {
  console.error(`no letter to compare with in ${folders.join(' ')}`);
  process.exit(2);
}
const runs = new Set(real.flatMap((text) => [...runsOf(text)]));
const names = new Set(real.flatMap(namesOf));

const problems = [];
const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
for (const file of tracked.filter((f) => /\.(cc|h|md|txt|tsv|csv|letter|jsonl|mustache|mjs|sh)$/.test(f))) {
  const text = readFileSync(file, 'utf8');
  const flat = text.replace(/\s+/g, ' ');
  for (const name of names) if (flat.includes(name)) problems.push(`${file}: the name of a person in a real letter (its ${name.length} letters are not printed)`);
  const seen = [...runsOf(text)].find((run) => runs.has(run) && !COMMON.some((phrase) => run.includes(phrase)));
  if (seen) problems.push(`${file}: "${seen} …" stands in a real letter`);
}
for (const problem of problems) console.error(problem);
console.error(`${tracked.length} files compared with ${real.length} real letters, ${names.size} names: ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
