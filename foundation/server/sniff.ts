import { open } from 'node:fs/promises'
import { type Refusal, refuse } from '../refusal.ts'
import { openZip } from './read-table/zip.ts'

/** Types we know by their first bytes (and, for Office files, by what their zip holds). */
export type FileType = keyof typeof typeNames

const typeNames = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/heic': 'HEIC',
  'image/avif': 'AVIF',
  'application/pdf': 'PDF',
  'video/mp4': 'MP4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/zip': 'ZIP',
  'application/x-ole-storage': 'OLE',
  'application/gzip': 'GZIP',
  'application/vnd.rar': 'RAR',
  'application/x-7z-compressed': '7Z',
} as const

export const photoTypes: readonly FileType[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
]

const docx: FileType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx: FileType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Papers kept as they came. Videos are not among them: nobody here can take the place out of one (decision 0005). */
export const paperTypes: readonly FileType[] = ['application/pdf', docx, xlsx]

const signatures: readonly (readonly [FileType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['application/gzip', [0x1f, 0x8b]],
  ['application/vnd.rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['application/x-7z-compressed', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
]

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

/** The brands of an ISO base media file (ISO/IEC 14496-12 §4.3): iPhones' HEIC, AVIF and MP4 share one container. */
function mediaType(head: Uint8Array): FileType | null {
  if (ascii(head, 4, 8) !== 'ftyp') return null
  const length = Math.min(
    head.length,
    new DataView(head.buffer, head.byteOffset, 4).getUint32(0),
    64,
  )
  const brands = (ascii(head, 8, 12) + ascii(head, 16, length)).match(/.{4}/gs) ?? []
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return 'image/avif'
  if (brands.some((brand) => /^(he(ic|ix|im|is|vc|vx)|mif1|msf1)$/.test(brand))) return 'image/heic'
  return brands.some((brand) => /^(mp4[12]|iso[m2-9]|avc1|M4V |MSNV|qt {2})$/.test(brand))
    ? 'video/mp4'
    : null
}

/** Tells a type from the first bytes (64 are enough); null when they say nothing. A file's name is never asked. */
export function sniff(head: Uint8Array): FileType | null {
  const found = signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (found) return found[0]
  if (head.length < 12) return null
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp'
  return mediaType(head)
}

/** The first bytes of a file, up to `length`. */
export async function readHead(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * Tells the type of a whole file; looks into a zip for an Office document.
 * Throws `Refused` for a zip that is broken, locked or out of proportion (`files.zip…`).
 */
export async function sniffFile(path: string): Promise<{ type: FileType | null; macros: boolean }> {
  const type = sniff(await readHead(path, 64))
  if (type !== 'application/zip') return { type, macros: false }
  const zip = await openZip(path)
  zip.close()
  const has = (name: string) => zip.names.includes(name)
  const macros = zip.names.some((name) => /vbaProject\.bin$/i.test(name))
  if (has('word/document.xml')) return { type: docx, macros }
  return { type: has('xl/workbook.xml') ? xlsx : type, macros }
}

/** Says why a file may not be taken, with what to do instead. */
export function whyNotType(
  told: { type: FileType | null; macros: boolean },
  allowed: readonly FileType[],
): Refusal | null {
  if (told.type === 'image/heic' && !allowed.includes('image/heic'))
    return refuse('files.photoHeic', 'invalid')
  if (told.type === null || !allowed.includes(told.type)) {
    const names = allowed.map((type) => typeNames[type]).join(', ')
    return refuse('files.typeRefused', 'invalid', { values: { allowed: names } })
  }
  return told.macros ? refuse('files.macros', 'invalid') : null
}
