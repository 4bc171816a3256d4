import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, '.build/stamp')
const surfaces = ['portal', 'desk'] as const

const isSource = (path: string) =>
  /\.(tsx?|css|svg|html|json|png|woff2?|webmanifest|js)$/.test(path) &&
  !/(^|\/)(server|commands)\/|\.test\.tsx?$/.test(path)

/** A hash of everything a screen can be made of: the rooms without their servers, the lock file. */
function hashSources(): string {
  const hash = createHash('sha256').update(process.version)
  const files = ['foundation', 'places', 'people', 'matters', 'civic', 'app']
    .map((room) => join(root, room))
    .filter((room) => existsSync(room))
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .filter(isSource)
    .sort()
  for (const file of [...files, 'package-lock.json']) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** Vite in a process of its own: both surfaces at once, and none of its memory stays with the server. */
function build(surface: string): Promise<void> {
  const words = [
    'build',
    '--config',
    join(root, 'app', surface, 'vite.config.ts'),
    '--logLevel',
    'warn',
  ]
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stopBuild = () => child.kill()
  process.once('exit', stopBuild)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.removeListener('exit', stopBuild)
      if (code === 0) resolve()
      else reject(new Error(`vite build ${surface}\n${output}`))
    })
  })
}

/**
 * Builds portal and desk into `.build/`, unless the sources are those of the last build.
 * @returns false when there was nothing to do
 */
export async function buildScreens(): Promise<boolean> {
  const waiting = surfaces.filter((surface) =>
    existsSync(join(root, 'app', surface, 'vite.config.ts')),
  )
  const hash = hashSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false
  // A build that breaks off must not leave the stamp of an older one.
  rmSync(stampFile, { force: true })
  await Promise.all(waiting.map(build))
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(stampFile, hash)
  return true
}
