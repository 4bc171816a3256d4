import { PassThrough, type Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ActId, isId } from '#foundation/ids.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { fileLimits } from '#foundation/server/file-store.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import { putPhoto } from '#foundation/server/photos.ts'
import type { House } from '../house.ts'

/** A native form after reading: every field as text, files already stored, by hash. */
export type SentForm = {
  readonly text: (name: string) => string | undefined
  readonly all: (name: string) => readonly string[]
  readonly files: readonly string[]
  /** Files that were not taken, with the reason; the rest of the form is kept. */
  readonly refused: readonly Refused[]
}

/**
 * The act a form stands for: sent twice it is the same, with other answers it is another. A form that came back from
 * the browser's memory and was written anew would else be taken for what was sent before, and its words be lost.
 * @param fields whose answers tell two sendings apart
 */
export function sentActId(form: SentForm, fields: readonly string[], fresh: ActId): ActId {
  const given = form.text('actId') ?? ''
  if (!isId(given)) return fresh
  const answers = fields.map((name) => form.text(name) ?? '')
  return idFromText(JSON.stringify([given, answers, form.files]))
}

const filesMax = 9
const fieldBytesMax = 64 * 1024

export async function acceptForms(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    // One byte more than is taken: the store tells a file too large and the rest of the form is read on.
    throwFileSizeLimit: false,
    limits: {
      fileSize: fileLimits.bytes + 1,
      files: filesMax,
      fields: 60,
      fieldSize: fieldBytesMax,
      parts: filesMax + 60,
    },
  })
}

/**
 * A part whose reader may stop early (too large, no photo). What comes behind it in the form would wait for ever if the
 * part stood still then, so the part runs on by itself and only its reader's copy ends.
 */
export function readablePart(file: Readable): Readable {
  const copy = new PassThrough()
  file.on('data', (chunk: Buffer) => {
    if (!copy.destroyed && !copy.write(chunk)) file.pause()
  })
  file.once('end', () => copy.end())
  file.once('error', (error) => copy.destroy(error))
  // Whoever sent it hung up in the middle.
  file.once('close', () => {
    if (!copy.writableEnded) copy.destroy(new Error('the part broke off'))
  })
  copy.on('drain', () => file.resume())
  copy.once('close', () => file.resume())
  return copy
}

/** Reads a form, with or without files. Photos are cleaned and stored as they arrive (decision 0005). */
export async function readForm(house: House, request: FastifyRequest): Promise<SentForm> {
  const fields = new Map<string, string[]>()
  const keep = (name: string, value: string) =>
    fields.set(name, [...(fields.get(name) ?? []), value])
  const files: string[] = []
  const refused: Refused[] = []
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') keep(part.fieldname, String(part.value))
      else if (part.filename === '') part.file.resume()
      else {
        const copy = readablePart(part.file)
        try {
          files.push((await putPhoto(house.files, copy)).photo.hash)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          refused.push(error)
        } finally {
          copy.destroy()
        }
      }
    }
  } else {
    const body = (request.body ?? {}) as Record<string, string | string[]>
    for (const [name, value] of Object.entries(body))
      for (const one of [value].flat()) keep(name, one)
  }
  const all = (name: string) => fields.get(name) ?? []
  const earlier = all('file').filter((hash) => /^[0-9a-f]{64}$/.test(hash))
  const whole = [...new Set([...earlier, ...files])]
  if (whole.length > filesMax)
    throw new Refused(
      refuse('foundation.fieldTooLong', 'invalid', {
        field: 'files',
        values: { field: 'files', limit: filesMax },
      }),
    )
  return {
    // Browsers end lines of a form with CR LF; the record keeps LF.
    text: (name) => all(name)[0]?.replace(/\r\n/g, '\n').trim() || undefined,
    all,
    files: whole,
    refused,
  }
}
