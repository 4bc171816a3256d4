import { misused } from '../terminal.ts'

/** What can be measured; each has a file of its name here that exports `run`. */
export const benchTasks = ['classify', 'hot', 'reply', 'route', 'search'] as const
export type BenchTaskName = (typeof benchTasks)[number]

export const benchUsage =
  `linli analyse bench --task ${benchTasks.join('|')} --train FILE --in FILE --out FILE.jsonl ` +
  '[--corpus FILE] [--top FILE]'

/** The files of one measurement: UTF-8, one JSON object a line; a path each. */
export type BenchFiles = {
  /** What may be learnt from, with its answers. */
  readonly train?: string | undefined
  /** What is asked. */
  readonly in: string
  /** What is said: one object a line for each of `in`. */
  readonly out: string
  /** Where answers are looked for (task search). */
  readonly corpus?: string | undefined
  /** Where the ranked issues with their members go (task hot). */
  readonly top?: string | undefined
}

/**
 * Measures one task with the functions the server calls, and writes `out`. Says on the way what it does and how fast.
 */
export type BenchTask = (files: BenchFiles, say: (line: string) => void) => Promise<void>

/** A file that this task cannot do without. @throws StoreTrouble naming the option that is missing */
export function needFile(files: Partial<BenchFiles>, option: keyof BenchFiles): string {
  const path = files[option]
  if (path !== undefined) return path
  throw misused(`请用 --${option} 指定文件。`, `Name a file with --${option}.`, benchUsage)
}
