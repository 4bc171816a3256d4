import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Language } from '#foundation/languages.ts'
import { Refused } from '#foundation/refusal.ts'
import { StoreTrouble } from '#foundation/server/embedded-postgres-home.ts'
import type { ServedCounty } from '#places/model.ts'
import type { Counties } from '#places/server/counties.ts'
import { sayRefusal } from '../refusal-words.ts'
import { atEnd } from './ending.ts'
import { type CommandStore, openStoreForCommand } from './store.ts'

/** Says a sentence in both languages on one line, for a terminal that may be anybody's. */
export function inBothLanguages<W>(chinese: W, english: W) {
  return (say: (words: W, language: Language) => string) =>
    `${say(chinese, 'zh-CN')} / ${say(english, 'en')}`
}

/** Progress goes to stderr, so that stdout holds the answer alone. */
export const sayAside = (line: string) => console.error(`  ${line}`)

/** Said when a command was called wrongly; `usage` shows the right way. */
export function misused(chinese: string, english: string, usage: string): StoreTrouble {
  return new StoreTrouble(chinese, `${english}\n\n  ${usage}`)
}

/** Reads a command's options. @throws StoreTrouble naming the one that is wrong, with the usage */
export function readOptions<T extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    const option = /'([^']*)'/.exec(String(error))?.[1] ?? ''
    throw misused(`选项有误：${option}`, `Wrong option: ${option}`, usage)
  }
}

/** The county a command works in: the one named by `--county`, or the only one there is. */
export function chooseCounty(
  told: string | undefined,
  counties: Counties,
  usage: string,
): ServedCounty {
  const county = told === undefined ? counties.only() : counties.find(Number(told))
  if (county) return county
  const known = counties.list().map((one) => `${one.county} ${one.name}`)
  throw misused(
    known.length > 0
      ? `请用 --county 指定县：${known.join('、')}`
      : '还没有县，请先运行 linli county add。',
    known.length > 0 ? 'Name a county of this installation' : 'No county yet: run linli county add',
    usage,
  )
}

/** What a command works with: the store, opened when first asked for, and a signal that it shall end. */
export type CommandTools = {
  openStore(): Promise<CommandStore>
  readonly signal: AbortSignal
}

/**
 * Runs a command's work and ends with 1 when it was refused, the refusal said in both languages (and on stdout as JSON
 * with `json`). The store is left in order, also on Ctrl-C.
 */
export async function runCommand(
  json: boolean,
  work: (tools: CommandTools) => Promise<void>,
): Promise<void> {
  const ending = new AbortController()
  let opening: Promise<CommandStore> | undefined
  let closing: Promise<void> | undefined
  const close = async () => {
    closing ??= opening?.then(
      (store) => store.close(),
      () => {},
    )
    await closing
  }
  atEnd(async () => {
    ending.abort()
    await close()
  })
  const openStore = () => {
    opening ??= openStoreForCommand(sayAside)
    return opening
  }
  try {
    await work({ openStore, signal: ending.signal })
  } catch (error) {
    process.exitCode = 1
    if (!ending.signal.aborted) explain(error, json)
  } finally {
    await close()
  }
}

function explain(error: unknown, json: boolean): void {
  if (!(error instanceof Refused)) {
    console.error(error instanceof StoreTrouble ? error.message : error)
    return
  }
  const { refusal } = error
  const [chinese, english] = [sayRefusal(refusal, 'zh-CN'), sayRefusal(refusal, 'en')]
  console.error(`${chinese}\n${english}`)
  if (json) console.log(JSON.stringify({ refusal: { ...refusal, 'zh-CN': chinese, en: english } }))
}
