import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Static, TSchema } from 'typebox'
import { Refused, refuse } from '#foundation/refusal.ts'
import { whyNotValid } from '#foundation/validation.ts'

/** No message is longer; a file that is something else entirely is noticed before it fills the memory. */
const mostLineBytes = 8 * 1024 * 1024

const lineEnd = 0x0a

function refused(name: string, values: Readonly<Record<string, string | number>>): Refused {
  return new Refused(refuse(`app.${name}`, 'invalid', { field: 'file', values }))
}

/** The lines of a file as bytes. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let kept = 0
  let line = 1
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    let rest = chunk as Buffer
    for (let end = rest.indexOf(lineEnd); end >= 0; end = rest.indexOf(lineEnd)) {
      yield Buffer.concat([...parts, rest.subarray(0, end)])
      rest = rest.subarray(end + 1)
      parts = []
      kept = 0
      line += 1
    }
    parts.push(rest)
    kept += rest.length
    if (kept > mostLineBytes) throw refused('lineBroken', { path, line })
  }
  yield Buffer.concat(parts)
}

function readLine<S extends TSchema>(path: string, line: number, text: string, schema: S) {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refused('lineBroken', { path, line })
  }
  const refusal = whyNotValid(schema, value)
  // Characters the store cannot keep are no trouble here: nothing is stored, and every text is cleaned before use.
  if (refusal && refusal.key !== 'foundation.fieldCharacters')
    throw refused('lineRefused', { path, line, field: refusal.field ?? 'body' })
  return value as Static<S>
}

/**
 * Reads a file of one JSON object a line (UTF-8, with or without a byte order mark; empty lines are passed over), each
 * checked against the schema, without holding more than one line.
 * @throws Refused naming the file, and the line and the field that do not fit
 */
export async function* readLines<S extends TSchema>(
  path: string,
  schema: S,
): AsyncGenerator<Static<S>> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 0
  try {
    for await (const bytes of linesOf(path)) {
      line += 1
      let text: string
      try {
        text = decoder.decode(bytes).trim()
      } catch {
        throw refused('lineBroken', { path, line })
      }
      if (text !== '') yield readLine(path, line, text, schema)
    }
  } catch (error) {
    throw isFileTrouble(error) ? refused('fileUnreadable', { path }) : error
  }
}

/** The whole file at once, for what must be known together. */
export async function readAllLines<S extends TSchema>(
  path: string,
  schema: S,
): Promise<Static<S>[]> {
  const all: Static<S>[] = []
  for await (const one of readLines(path, schema)) all.push(one)
  if (all.length === 0) throw refused('fileEmpty', { path })
  return all
}

/**
 * Writes one JSON object a line. The file appears under its name only when all of it is written.
 * @throws Refused when it cannot be written there
 */
export async function writeLines(
  path: string,
  rows: Iterable<object> | AsyncIterable<object>,
): Promise<void> {
  const unfinished = `${path}.part`
  async function* lines() {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw isFileTrouble(error) ? refused('fileUnwritable', { path }) : error
  }
}

const isFileTrouble = (error: unknown) => error instanceof Error && 'syscall' in error
