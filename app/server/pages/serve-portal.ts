import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused, refuse } from '#foundation/refusal.ts'
import { answerProblem } from '../problem.ts'
import { serveAbout } from './about.ts'
import { serveFigures } from './figures.ts'
import { serveFiles } from './files.ts'
import { acceptForms } from './form.ts'
import { serveLists } from './lists.ts'
import { serveOffices } from './offices.ts'
import { type Portal, sendTrouble } from './page.ts'
import { chosenLanguage, servePreferences } from './preferences.ts'
import { serveQuestions } from './questions.ts'
import { serveAmend } from './report/serve-amend.ts'
import { serveReport } from './report/serve-report.ts'
import { serveJoins } from './status/joins.ts'
import { serveMine } from './status/mine.ts'
import { serveReceipts } from './status/receipts.ts'
import { serveStatus } from './status/serve-status.ts'

/** Paths that answer with problem details instead of a page. */
const isMachine = (url: string) => url.startsWith('/api/') || url.startsWith('/open311/')

/**
 * Serves the residents' pages. Everything works without JavaScript; a page is only ever made from what the API answers,
 * so page and API cannot differ.
 */
export async function servePortal(app: FastifyInstance, portal: Portal): Promise<void> {
  await app.register(staticFiles, {
    root: join(portal.built.folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  })
  await acceptForms(app)
  servePreferences(app)
  serveLists(app, portal)
  serveReport(app, portal)
  serveAmend(app, portal)
  serveReceipts(app, portal)
  serveStatus(app, portal)
  serveJoins(app, portal)
  serveMine(app, portal)
  serveAbout(app, portal)
  serveFigures(app, portal)
  serveOffices(app, portal)
  serveQuestions(app, portal)
  serveFiles(app, portal)
  app.addHook('onRequest', async (request) => {
    request.language ??= chosenLanguage(request)
  })
  app.setErrorHandler((error, request, reply) => answerTrouble(portal, error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const missing = new Refused(refuse('foundation.notFound', 'missing'))
    return answerTrouble(portal, missing, request, reply)
  })
}

/** Says what went wrong: to programs as problem details, to people as a page. */
export function answerTrouble(
  portal: Portal,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return isMachine(request.url)
    ? answerProblem(error, request, reply)
    : sendTrouble(portal, request, reply, error)
}

/** Serves the desk: its built parts by name, and one page for every other address below /desk. */
export function serveDesk(app: FastifyInstance, buildFolder: string): void {
  const root = join(buildFolder, 'desk')
  const shell = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', root)
  app.get('/desk', (_, reply) => shell(reply))
  app.get('/desk/*', (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (!/\.\w+$/.test(path)) return shell(reply)
    const hashed = /-[\w-]{8,}\.\w+$/.test(path)
    return reply.sendFile(path, root, { immutable: hashed, maxAge: hashed ? '365d' : 0 })
  })
}
