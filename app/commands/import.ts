import { misused, runCommand } from './terminal.ts'

type Import = { readonly usage: string; run(words: readonly string[]): Promise<void> }

/** What can be imported: the second word of the command, and the file that does it. */
const imports: Readonly<Record<string, () => Promise<Import>>> = {
  divisions: () => import('./import/divisions.ts'),
  areas: () => import('./import/areas.ts'),
  duties: () => import('./import/duties.ts'),
  townships: () => import('./import/townships.ts'),
  articles: () => import('./import/articles.ts'),
  matters: () => import('./import/matters.ts'),
}

const [what = '', ...words] = process.argv.slice(2)
const found = Object.hasOwn(imports, what) ? imports[what] : undefined

if (found) {
  const { usage, run } = await found()
  if (words.includes('--help')) console.log(usage)
  else await run(words)
} else {
  const known = Object.keys(imports)
  const usages = await Promise.all(known.map(async (name) => (await imports[name]?.())?.usage))
  await runCommand(false, async () => {
    throw misused(`可导入：${known.join('、')}`, `Known: ${known.join(', ')}`, usages.join('\n  '))
  })
}
