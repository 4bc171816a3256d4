import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** `broken`: some characters could not be read and stand as U+FFFD; the rows that hold one are reported. */
export type ToldEncoding = { readonly encoding: TextEncoding; readonly broken: boolean }

type Count = {
  good: number
  bad: number
  controls: number
  bytes: number
  nul: boolean
  cut: boolean
}

// Lead byte → continuation bytes wanted and the range of the first of them (Unicode 16, table 3-7).
function lead(byte: number): { more: number; low: number; high: number } | null {
  if (byte >= 0xc2 && byte <= 0xdf) return { more: 1, low: 0x80, high: 0xbf }
  if (byte >= 0xe0 && byte <= 0xef)
    return { more: 2, low: byte === 0xe0 ? 0xa0 : 0x80, high: byte === 0xed ? 0x9f : 0xbf }
  if (byte >= 0xf0 && byte <= 0xf4)
    return { more: 3, low: byte === 0xf0 ? 0x90 : 0x80, high: byte === 0xf4 ? 0x8f : 0xbf }
  return null
}

/** Counts well-formed and ill-formed UTF-8 sequences over the whole file. */
async function countUtf8(path: string): Promise<Count> {
  const count: Count = { good: 0, bad: 0, controls: 0, bytes: 0, nul: false, cut: false }
  let more = 0
  let low = 0x80
  let high = 0xbf
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    count.bytes += chunk.length
    for (const byte of chunk) {
      if (more > 0) {
        const fits = byte >= low && byte <= high
        low = 0x80
        high = 0xbf
        if (fits) {
          more -= 1
          if (more === 0) count.good += 1
          continue
        }
        more = 0
        count.bad += 1
      }
      if (byte < 0x80) {
        if (byte === 0) count.nul = true
        else if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) count.controls += 1
        continue
      }
      const start = lead(byte)
      if (start === null) count.bad += 1
      else ({ more, low, high } = start)
    }
  }
  // A last character cut in two means a cut file, not another encoding.
  count.cut = more > 0
  return count
}

async function countGb18030(path: string): Promise<{ good: number; bad: number }> {
  const count = { good: 0, bad: 0 }
  for await (const text of textOf(path, 'gb18030')) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit === 0xfffd) count.bad += 1
      else if (unit > 0x7f) count.good += 1
    }
  }
  return count
}

/**
 * Tells the encoding of a text file: a byte-order mark first, else UTF-8 when the whole file is (nearly) well formed,
 * else GB18030, of which GBK and GB2312 are parts. Null when it is no text at all.
 */
export async function tellEncoding(path: string, head: Uint8Array): Promise<ToldEncoding | null> {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', broken: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', broken: true }
  const count = await countUtf8(path)
  if (count.nul || count.controls * 100 > count.bytes) return null
  if (count.bad === 0) return { encoding: 'utf-8', broken: count.cut }
  // Chinese in GBK forms well-formed UTF-8 only by rare accident, so ten to one settles it.
  if (count.good >= count.bad * 10) return { encoding: 'utf-8', broken: true }
  const chinese = await countGb18030(path)
  if (chinese.bad * 100 > chinese.good) return null
  return { encoding: 'gb18030', broken: chinese.bad > 0 }
}

/** The text of a file in pieces, without a byte-order mark. */
export async function* textOf(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk)
    if (text) yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

/**
 * The first characters of a file, at least `length` of them where it has so many; a long blank start is passed
 * over.
 */
export async function headOf(
  path: string,
  encoding: TextEncoding,
  length: number,
): Promise<string> {
  let head = ''
  for await (const text of textOf(path, encoding)) {
    if (head === '' && text.trim() === '') continue
    head += text
    if (head.length >= length) break
  }
  return head
}
