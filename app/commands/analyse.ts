import { misused, runCommand } from './terminal.ts'

type Part = { readonly usage: string; run(words: readonly string[]): Promise<void> }

/** What can be done: the second word of the command, and the file that does it. */
const parts: Readonly<Record<string, () => Promise<Part>>> = {
  bench: () => import('./analyse/bench.ts'),
  train: () => import('./analyse/train.ts'),
  spikes: () => import('./analyse/spikes.ts'),
}

const [what = '', ...words] = process.argv.slice(2)
const part = Object.hasOwn(parts, what) ? parts[what] : undefined

if (part) {
  const { usage, run } = await part()
  if (words.includes('--help')) console.log(usage)
  else await run(words)
} else {
  const known = Object.keys(parts)
  const usages = await Promise.all(known.map(async (name) => (await parts[name]?.())?.usage))
  await runCommand(false, async () => {
    throw misused(`可用：${known.join('、')}`, `Known: ${known.join(', ')}`, usages.join('\n  '))
  })
}
