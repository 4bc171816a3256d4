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

/** Measures one task with the functions the server calls, and writes `out`. Says on the way what it does and how fast. */
export type BenchTask = (files: BenchFiles, say: (line: string) => void) => Promise<void>
