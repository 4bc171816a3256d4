import sharp from 'sharp'
import { Refused, refuse, unless } from '../refusal.ts'
import { type Source, spool } from './file-store/receive.ts'
import { type FileStore, fileLimits, type StoredFile } from './file-store.ts'
import { photoTypes, sniffFile, whyNotType } from './sniff.ts'

/** Longest edge in pixels of what is kept. */
const photoEdge = 1600
const thumbEdge = 320

/** 64-megapixel phones pass; a small file that unpacks to gigabytes does not. */
const pixelsMax = 70_000_000
const secondsMax = 20

// Photos differ each time: keeping decoded ones in memory helps nobody.
sharp.cache(false)

export type CleanPhoto = {
  readonly photo: Buffer
  readonly thumb: Buffer
  readonly width: number
  readonly height: number
}
export type StoredPhoto = {
  readonly photo: StoredFile
  readonly thumb: StoredFile
  readonly width: number
  readonly height: number
}

const broken = () => new Refused(refuse('files.photoBroken', 'invalid'))

/** JPEG of at most `edge` pixels, turned upright, on white, in sRGB; sharp writes no metadata unless asked. */
const shrink = (input: string | Buffer, edge: number, quality: number) =>
  sharp(input, { limitInputPixels: pixelsMax, failOn: 'error' })
    .timeout({ seconds: secondsMax })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })

/** Throws `files.photoTooManyPixels` before a single pixel is unpacked. */
async function checkPixels(path: string): Promise<void> {
  const { width = 0, height = 0 } = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw broken()
    })
  if (width * height <= pixelsMax) return
  const limit = pixelsMax / 1_000_000
  throw new Refused(refuse('files.photoTooManyPixels', 'too-large', { values: { limit } }))
}

/**
 * Makes a photo harmless: re-encoded as JPEG of at most 1600 px and a thumb of at most 320 px, with no EXIF, place,
 * camera or embedded preview left (decision 0005). Only the first picture of an animation is kept.
 * @throws Refused `files.photoHeic`, `files.typeRefused`, `files.photoTooManyPixels`, `files.photoBroken`
 */
export async function cleanPhoto(path: string): Promise<CleanPhoto> {
  unless(whyNotType(await sniffFile(path), photoTypes))
  await checkPixels(path)
  try {
    const photo = await shrink(path, photoEdge, 80)
    const thumb = await shrink(photo.data, thumbEdge, 70)
    return {
      photo: photo.data,
      thumb: thumb.data,
      width: photo.info.width,
      height: photo.info.height,
    }
  } catch {
    throw broken()
  }
}

/** Cleans a photo and keeps it with its thumb; what was sent is not kept. `bytes` limits what is sent. */
export async function putPhoto(
  store: FileStore,
  source: Source,
  bytes = fileLimits.bytes,
): Promise<StoredPhoto> {
  const sent = await spool(source, bytes)
  try {
    if (sent.size === 0) throw new Refused(refuse('files.fileEmpty', 'invalid'))
    const { photo, thumb, width, height } = await cleanPhoto(sent.path)
    return { photo: await store.putFile(photo), thumb: await store.putFile(thumb), width, height }
  } finally {
    await sent.discard()
  }
}
