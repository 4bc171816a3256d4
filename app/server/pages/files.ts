import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused, refuse } from '#foundation/refusal.ts'
import { putPhoto } from '#foundation/server/photos.ts'
import { filesOf } from '#matters/accept/contract.ts'
import type { Asked } from '#people/server/route.ts'
import { askedBy } from '../api.ts'
import { type Portal, visitOf } from './page.ts'

/** The desk shows the same photos as the residents' pages: an officer sees them as an officer, in their own county. */
async function readerOf(portal: Portal, request: FastifyRequest): Promise<Asked> {
  const found = await portal.actors.actorOf(request, null)
  if (found.kind === 'officer') return askedBy(request, found, null)
  return (await visitOf(portal, request)).asked
}

/**
 * Files of a matter, to whoever the guard lets see it; the type is the one that was sniffed, never one that a
 * browser could run.
 * Uploading for the API and the desk: `POST /api/v1/files`, one file, answers its hash.
 */
export function serveFiles(app: FastifyInstance, portal: Portal): void {
  app.get('/files/:matter/:hash', async (request, reply) => {
    const { matter, hash } = request.params as { matter: string; hash: string }
    const asked = await readerOf(portal, request)
    const file = (await portal.ask(filesOf, { matter }, asked)).find((one) => one.hash === hash)
    const opened = file ? await portal.house.files.openFile(hash) : null
    if (!file || !opened) throw new Refused(refuse('foundation.notFound', 'missing'))
    return reply
      .type(file.type)
      .header('cache-control', 'private, max-age=3600')
      .header('content-length', opened.size)
      .send(opened.read())
  })
  app.post(
    '/api/v1/files',
    { config: { rateLimit: { max: 120, timeWindow: '10 minutes' } } },
    async (request) => {
      const sent = request.isMultipart() ? await request.file() : undefined
      if (!sent) throw new Refused(refuse('files.fileEmpty', 'invalid', { field: 'file' }))
      const { photo } = await putPhoto(portal.house.files, sent.file)
      return { hash: photo.hash, type: photo.type, size: photo.size }
    },
  )
}
