import { type Static, Type } from 'typebox'
import { whyNotValid } from '#foundation/validation.ts'
import type { CategoryModel } from '../../classify/category-model.ts'

const magic = 'linli-category-model-1\n'
const align = 4

const Head = Type.Object({
  categories: Type.Array(Type.String(), { minItems: 1 }),
  columns: Type.Integer({ minimum: 0 }),
  step: Type.Number({ exclusiveMinimum: 0 }),
  sharpness: Type.Number({ exclusiveMinimum: 0 }),
})
type Head = Static<typeof Head>

const bytesOf = (array: Uint32Array | Float32Array | Int16Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

const padded = (length: number) => Math.ceil(length / align) * align

/** The model as bytes (numbers little-endian, as on every machine Node runs on): what a row of the store holds. */
export function packModel(model: CategoryModel): Uint8Array {
  const { categories, kept, telling, weights, offsets, step, sharpness } = model
  const head: Head = { categories: [...categories], columns: kept.length, step, sharpness }
  const text = Buffer.from(`${magic}${JSON.stringify(head)}\n`)
  const parts = [text, ...[kept, telling, offsets, weights].map(bytesOf)]
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + padded(length), 0))
  let at = 0
  for (const part of parts) {
    packed.set(part, at)
    at += padded(part.length)
  }
  return packed
}

function readHead(packed: Uint8Array): { head: Head; end: number } | null {
  const start = Buffer.from(magic)
  if (!start.equals(packed.subarray(0, start.length))) return null
  const end = packed.indexOf(0x0a, start.length)
  if (end < 0) return null
  try {
    const head: unknown = JSON.parse(Buffer.from(packed.subarray(start.length, end)).toString())
    return whyNotValid(Head, head) === null ? { head: head as Head, end: end + 1 } : null
  } catch {
    return null
  }
}

/** Reads what `packModel` wrote; null when it is anything else, cut short, or of another format. */
export function unpackModel(packed: Uint8Array): CategoryModel | null {
  const found = readHead(packed)
  if (!found) return null
  const { categories, columns, step, sharpness } = found.head
  const cells = columns * categories.length
  const lengths = [columns * 4, columns * 4, categories.length * 4, cells * 2]
  const whole = lengths.reduce((sum, length) => sum + padded(length), padded(found.end))
  if (whole !== packed.length) return null
  let at = padded(found.end)
  // Copied, because a typed array begins only where its size divides the address.
  const [kept, telling, offsets, weights] = lengths.map((length) => {
    const part = new Uint8Array(packed.subarray(at, at + length)).buffer
    at += padded(length)
    return part
  }) as [ArrayBuffer, ArrayBuffer, ArrayBuffer, ArrayBuffer]
  return {
    categories,
    kept: new Uint32Array(kept),
    telling: new Float32Array(telling),
    offsets: new Float32Array(offsets),
    weights: new Int16Array(weights),
    step,
    sharpness,
  }
}
