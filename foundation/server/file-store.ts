import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refused, refuse, unless } from '../refusal.ts'
import { asDiskRefusal, receive, type Source } from './file-store/receive.ts'
import { type FileType, paperTypes, photoTypes, sniffFile, whyNotType } from './sniff.ts'

export type StoredFile = { readonly hash: string; readonly size: number; readonly type: FileType }
export type OpenedFile = { readonly size: number; readonly type: FileType | null; read(): Readable }

/** Bytes of one file, and what types are taken. */
export type FileLimits = { readonly bytes: number; readonly allowed: readonly FileType[] }
export const fileLimits: FileLimits = {
  bytes: 20 * 2 ** 20,
  allowed: [...photoTypes, ...paperTypes],
}

/**
 * Files kept under the SHA-256 of their content: the same content is stored once, and a stored file never changes.
 * Names, owners and who may read are the rooms' business. Photos go through `putPhoto`, which cleans them first.
 */
export type FileStore = {
  /**
   * Nothing half-written remains when it fails.
   * @throws Refused `files.tooLarge`, `files.fileEmpty`, `files.typeRefused` …, `files.diskFull`
   */
  putFile(source: Source, options?: { readonly limits?: Partial<FileLimits> }): Promise<StoredFile>
  /** Null when no such file is kept. */
  openFile(hash: string): Promise<OpenedFile | null>
  /** Removes what a killed process left unfinished before the given moment; returns how many files. */
  sweepUnfinished(before: Date): Promise<number>
}

/** Makes a rename survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Moves a finished file to its place, making the folders on the way. */
async function settle(temporary: string, place: string): Promise<void> {
  const folder = dirname(place)
  try {
    await mkdir(folder, { recursive: true, mode: 0o750 })
    await rename(temporary, place)
    await syncFolder(folder)
  } catch (error) {
    throw asDiskRefusal(error)
  }
}

async function sweep(folder: string, before: Date): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const left = await stat(path).catch(() => null)
    if (!left || left.mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

/** Opens the store kept in a folder (`<LINLI_DATA>/files`); the folder is made when the first file comes. */
export function openFileStore(folder: string): FileStore {
  // Same file system as the files, so that the last step is a rename.
  const unfinished = join(folder, 'unfinished')
  const placeOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  return {
    async putFile(source, options = {}) {
      const limits = { ...fileLimits, ...options.limits }
      await mkdir(unfinished, { recursive: true, mode: 0o750 }).catch((error) => {
        throw asDiskRefusal(error)
      })
      const temporary = join(unfinished, randomUUID())
      try {
        const { hash, size } = await receive(source, temporary, limits.bytes)
        if (size === 0) throw new Refused(refuse('files.fileEmpty', 'invalid'))
        const told = await sniffFile(temporary)
        unless(whyNotType(told, limits.allowed))
        await settle(temporary, placeOf(hash))
        return { hash, size, type: told.type as FileType }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async openFile(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null
      const place = placeOf(hash)
      const found = await stat(place).catch(() => null)
      if (!found?.isFile()) return null
      const { type } = await sniffFile(place)
      return { size: found.size, type, read: () => createReadStream(place) }
    },
    sweepUnfinished: (before) => sweep(unfinished, before),
  }
}
