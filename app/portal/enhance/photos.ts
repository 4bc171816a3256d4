import { fill } from '#foundation/languages.ts'
import type { portalWords } from '../words.ts'
import { spokenLine, wordsOf } from './parts.ts'

type PhotoWords = (typeof portalWords)['zh-CN']['report']['photo']

/** Longest side of a photo that is sent, in pixels: enough to read a number plate across a street. */
const sideMax = 1600
/** A photo below this size and within the side is sent as it is. */
const smallBytes = 600_000
const quality = 0.85

function decode(file: File): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  return image.decode().then(
    () => image,
    (error) => {
      URL.revokeObjectURL(image.src)
      throw error
    },
  )
}

/** The photo drawn anew, smaller; itself where that is not possible or would not help. */
async function shrunk(file: File): Promise<File> {
  const image = await decode(file).catch(() => null)
  if (!image) return file
  const scale = Math.min(1, sideMax / Math.max(image.naturalWidth, image.naturalHeight))
  try {
    if (scale === 1 && file.size < smallBytes) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, 'image/jpeg', quality),
    )
    if (!blob || blob.size >= file.size) return file
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

const sizeOf = (files: readonly File[]) => {
  const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1_000_000
  return `${Math.max(0.1, megabytes).toFixed(1)} MB`
}

async function shrinkAll(input: HTMLInputElement): Promise<readonly File[]> {
  const files: File[] = []
  // One after the other: old phones have room for one picture at a time.
  for (const file of input.files ?? []) files.push(await shrunk(file))
  const carrier = new DataTransfer()
  for (const file of files) carrier.items.add(file)
  input.files = carrier.files
  return files
}

/** Photos are made small before they travel; the server cleans them again whatever comes (decision 0005). */
export function enhancePhotos(host: HTMLElement): void {
  const form = host.closest('form')
  const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
  // Without it an old browser would draw photos lying on their side.
  if (!form || !input || !CSS.supports('image-orientation', 'from-image')) return
  const words = wordsOf<PhotoWords>(host)
  const line = spokenLine()
  host.append(line)
  let work: Promise<void> | null = null
  input.addEventListener('change', () => {
    line.textContent = words.shrinking
    const mine = shrinkAll(input)
      .then((files) => {
        line.textContent =
          files.length > 0 ? fill(words.ready, { count: files.length, size: sizeOf(files) }) : ''
      })
      // What cannot be made smaller is sent as it is.
      .catch(() => {
        line.textContent = ''
      })
      .finally(() => {
        if (work === mine) work = null
      })
    work = mine
  })
  form.addEventListener('submit', (event) => {
    if (!work) return
    event.preventDefault()
    const { submitter } = event
    void work.then(() => form.requestSubmit(submitter))
  })
}
