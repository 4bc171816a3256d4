import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { Refused, refuse } from '../../refusal.ts'

/** Uncompressed bytes, and how many times larger than its compressed form an entry may be. */
export type ZipLimits = {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  readonly ratio: number
}

// The ratio and the size from which it counts are those of Apache POI (ZipSecureFile: MIN_INFLATE_RATIO 0.01,
// GRACE_ENTRY_SIZE 100 kB).
export const zipLimits: ZipLimits = {
  entries: 2000,
  entryBytes: 150 * 2 ** 20,
  totalBytes: 250 * 2 ** 20,
  ratio: 100,
}
const graceBytes = 100 * 1024

/** The parts of a zip whose directory has been found harmless. */
export type ZipParts = {
  readonly names: readonly string[]
  /** The content of a part, or null when there is none. Fails when it holds more than the directory promised. */
  read(name: string): Promise<Readable | null>
  close(): void
}

const broken = () => new Refused(refuse('files.zipBroken', 'invalid'))
const bomb = () => new Refused(refuse('files.zipBomb', 'too-large'))

function openDirectory(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(broken()) : resolve(zip),
    )
  })
}

function listEntries(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let total = 0
  const check = (entry: Entry) => {
    if (entry.isEncrypted()) throw new Refused(refuse('files.zipLocked', 'invalid'))
    // Two entries of one name are read differently by different programs: nothing honest writes that.
    if (entries.has(entry.fileName)) throw broken()
    entries.set(entry.fileName, entry)
    total += entry.uncompressedSize
    const swollen =
      entry.uncompressedSize > graceBytes &&
      entry.uncompressedSize > entry.compressedSize * limits.ratio
    if (swollen || entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes)
      throw bomb()
    if (entries.size > limits.entries) throw bomb()
  }
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(broken()))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      try {
        check(entry)
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.readEntry()
  })
}

/**
 * Opens a zip by its directory and refuses it when broken, encrypted or out of proportion. What is read afterwards is
 * held to the sizes checked here (yauzl, validateEntrySizes), so a lying directory gains nothing.
 */
export async function openZip(path: string, limits: ZipLimits = zipLimits): Promise<ZipParts> {
  const zip = await openDirectory(path)
  try {
    const entries = await listEntries(zip, limits)
    return {
      names: [...entries.keys()],
      read(name) {
        const entry = entries.get(name)
        if (!entry) return Promise.resolve(null)
        return new Promise((resolve, reject) => {
          zip.openReadStream(entry, (error, stream) => (error ? reject(broken()) : resolve(stream)))
        })
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
