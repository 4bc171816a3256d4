import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { openActors } from './actors.ts'
import { serveRoutes } from './api.ts'
import { serveExports } from './exports.ts'
import { serveHealth } from './health.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'
import { startJobs } from './jobs.ts'
import { serveOpenApi } from './open-api-route.ts'
import { askerOf } from './pages/ask.ts'
import { loadPortal } from './pages/render.ts'
import { serveDesk, servePortal } from './pages/serve-portal.ts'
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

async function makeApp(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: process.env.LINLI_PROXY === '1',
    logger: {
      level: options.logLevel ?? process.env.LINLI_LOG ?? 'warn',
      ...(options.logTo ? { stream: options.logTo } : {}),
      // No address, cookie or secret in the log: a receipt's secret may stand in the path.
      serializers: {
        req: (request) => ({
          method: request.method,
          url: request.url?.replace(/\/receipt\/[^?]*/, '/receipt/…'),
        }),
      },
    },
    routerOptions: { maxParamLength: 200 },
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: bodyLimitBytes })
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
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

/** Starts serving. The store must be migrated. @returns the address, and how to stop */
export async function openServer(
  options: ServerOptions,
): Promise<{ address: string; house: House; close(): Promise<void> }> {
  const say = options.say ?? ((line: string) => console.log(line))
  const house = await openHouse({ ...options, say })
  const app = await makeApp(options)
  const actors = openActors(house)
  const routes = routesOf(house)
  const built = await loadPortal(screensFolder)
  // First, because a route keeps the error handler it was registered under.
  await servePortal(app, { house, actors, built, ask: askerOf(routes) })
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
      await app.close()
      await house.close()
    },
  }
}
