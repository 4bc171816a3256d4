import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stopwatch } from '#foundation/server/clock.ts'
import { misused, readOptions, runCommand, sayAside } from '../terminal.ts'
import {
  type BenchFiles,
  type BenchTask,
  type BenchTaskName,
  benchTasks,
  benchUsage,
  needFile,
} from './task.ts'

export const usage = benchUsage

const text = { type: 'string' } as const
const options = { task: text, train: text, in: text, out: text, corpus: text, top: text } as const
type Given = ReturnType<typeof readOptions<typeof options>>

function readTask(told: string | undefined): BenchTaskName {
  const task = benchTasks.find((known) => known === told)
  if (task) return task
  const list = benchTasks.join('、')
  throw misused(`--task 应为：${list}`, `--task is one of ${benchTasks.join(', ')}`, usage)
}

async function loadTask(name: BenchTaskName): Promise<BenchTask> {
  if (!existsSync(join(import.meta.dirname, `${name}.ts`)))
    throw misused(`${name} 还不能测量。`, `${name} cannot be measured yet.`, usage)
  const { run } = (await import(`./${name}.ts`)) as { run: BenchTask }
  return run
}

function readFiles({ train, corpus, top, ...given }: Given): BenchFiles {
  const [asked, out] = [needFile({ in: given.in }, 'in'), needFile({ out: given.out }, 'out')]
  return { train, corpus, top, in: asked, out }
}

/** Measures one question of analysis on files, with exactly the functions the server calls. */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(false, async () => {
    const given = readOptions(words, options, usage)
    const measure = await loadTask(readTask(given.task))
    const files = readFiles(given)
    const began = stopwatch()
    await measure(files, sayAside)
    const seconds = ((stopwatch() - began) / 1000).toFixed(1)
    sayAside(`${files.out}: ${seconds} 秒 / s`)
  })
}
