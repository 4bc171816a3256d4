import { createHash } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Refused, refuse } from '../../refusal.ts'

export type Source = Readable | Uint8Array

/** Turns "no room on the disk" into a refusal; anything else passes unchanged. */
export function asDiskRefusal(error: unknown): unknown {
  const code = (error as { code?: string } | null)?.code
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new Refused(refuse('files.diskFull', 'unavailable'))
    : error
}

/** Refuses more than `bytes`. */
export function whyNotSize(size: number, bytes: number) {
  if (size <= bytes) return null
  const limit = Math.max(1, Math.floor(bytes / 2 ** 20))
  return refuse('files.tooLarge', 'too-large', { values: { limit } })
}

const piecesOf = (source: Source): AsyncIterable<Uint8Array> =>
  source instanceof Uint8Array ? Readable.from([source], { objectMode: true }) : source

/**
 * Writes what comes in to a new file and forces it to the disk. The caller removes the file when this throws:
 * `files.tooLarge` past `bytes`, `files.diskFull` when the disk has no room.
 */
export async function receive(
  source: Source,
  path: string,
  bytes: number,
): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o640).catch((error) => {
    throw asDiskRefusal(error)
  })
  try {
    for await (const piece of piecesOf(source)) {
      size += piece.length
      const refusal = whyNotSize(size, bytes)
      if (refusal) throw new Refused(refusal)
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } catch (error) {
    throw asDiskRefusal(error)
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), size }
}

/** A stream laid down in a temporary file, for readers that must go back and forth. `discard` removes it. */
export async function spool(
  source: Source,
  bytes: number,
): Promise<{ path: string; size: number; discard(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-')).catch((error) => {
    throw asDiskRefusal(error)
  })
  const discard = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'incoming')
  try {
    const { size } = await receive(source, path, bytes)
    return { path, size, discard }
  } catch (error) {
    await discard()
    throw error
  }
}
