import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { openActors } from './actors.ts'
import { serveRoutes } from './api.ts'
import { boundRoutes } from './bounds.ts'
import { answerBrokenRequest } from './broken-request.ts'
import { serveExports } from './exports.ts'
import { serveHealth } from './health.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'
import { startJobs } from './jobs.ts'
import { serveOpenApi } from './open-api-route.ts'
import { packAnswer, packedBytesMin, packing } from './pack-answer.ts'
import { askerOf } from './pages/ask.ts'
import type { Portal } from './pages/page.ts'
import { tilesOrigins } from './pages/places/tiles.ts'
import { loadPortal } from './pages/render.ts'
import { answerTrouble, serveDesk, servePortal } from './pages/serve-portal.ts'
import { routesOf } from './routes.ts'
import { refuseForeignOrigin } from './same-origin.ts'

export type ServerOptions = HouseOptions & {
  readonly port: number
  readonly host: string
  readonly logLevel?: string
  /** Where lines of the log go instead of standard output. */
  readonly logTo?: { write(line: string): void }
}

const screensFolder = join(import.meta.dirname, '../../.build')

/** 256 kB hold the longest words many times over; files travel by their own door. */
const bodyLimitBytes = 256 * 1024

/** Nine photos over a poor line take minutes; a sender who never ends holds a place for no longer than this. */
const requestMilliseconds = 5 * 60_000

async function makeApp(options: ServerOptions, portal: Portal): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestMilliseconds,
    // Told to people when something breaks, and found again in the log.
    genReqId: () => randomBytes(4).toString('hex'),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      // No hook has run yet: the address itself cannot be read.
      Object.assign(request, { cookies: {} })
      answerTrouble(portal, error, request, reply)
    },
    trustProxy: process.env.LINLI_PROXY === '1',
    logger: {
      level: options.logLevel ?? process.env.LINLI_LOG ?? 'warn',
      ...(options.logTo ? { stream: options.logTo } : {}),
      // No address, cookie or secret in the log: a receipt's secret may stand in the path, anything in a query.
      serializers: {
        req: ({ method, url = '' }) => ({
          method,
          url: url.replace(/\?.*$/s, '?…').replace(/\/receipt\/.*$/s, '/receipt/…'),
        }),
      },
    },
    routerOptions: { maxParamLength: 200 },
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: bodyLimitBytes })
  app.addHook('onSend', packAnswer)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: packedBytesMin,
    brotliOptions: packing,
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tilesOrigins()],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
  })
  await app.register(rateLimit, { global: false })
  app.addHook('onRequest', refuseForeignOrigin)
  return app
}

/** How long answers under way may take after a stop was asked for. */
const closingGraceMs = 5_000

/** Starts serving. The store must be migrated. @returns the address, and how to stop */
export async function openServer(
  options: ServerOptions,
): Promise<{ address: string; house: House; close(): Promise<void> }> {
  const say = options.say ?? ((line: string) => console.log(line))
  const house = await openHouse({ ...options, say })
  const actors = openActors(house)
  const routes = boundRoutes(routesOf(house))
  const built = await loadPortal(screensFolder)
  const portal: Portal = { house, actors, built, ask: askerOf(routes) }
  const app = await makeApp(options, portal)
  // First, because a route keeps the error handler it was registered under.
  await servePortal(app, portal)
  serveRoutes(app, routes, actors)
  serveExports(app, house, actors)
  serveOpenApi(app, routes)
  serveHealth(app, house)
  serveDesk(app, screensFolder)
  const address = await app.listen({ port: options.port, host: options.host })
  const jobs = startJobs(house, say)
  return {
    address,
    house,
    close: async () => {
      await jobs.stop()
      // A connection that never asked anything counts as busy until its head is overdue, which takes a minute.
      const cut = setTimeout(() => app.server.closeAllConnections(), closingGraceMs)
      await app.close()
      clearTimeout(cut)
      await house.close()
    },
  }
}
