import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/**
 * Why the embedded store cannot start, said so that the person at the terminal can mend it; printed without a
 * stack.
 */
export class StoreTrouble extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
    this.name = 'StoreTrouble'
  }
}

/** The account PostgreSQL runs under when we are root, which it refuses to be; null means "as we are". */
export type Account = { readonly uid: number; readonly gid: number } | null

/** Where one embedded cluster lives. */
export type Home = {
  /** `<data folder>/postgres`: password, log and lock; belongs to whoever runs Linli. */
  readonly folder: string
  /** Holds the cluster and copied binaries; the same folder unless the account cannot reach it. */
  readonly base: string
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  readonly account: Account
}

/** Says whether the account may pass through every folder down to `path` (permission bits only; lists are not read). */
export function mayEnter(path: string, account: Account): boolean {
  if (account === null) return true
  for (let here = resolve(path); ; here = dirname(here)) {
    if (existsSync(here)) {
      const { mode, uid, gid } = statSync(here)
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (here === dirname(here)) return true
  }
}

/** `postgres` where the system has it, else `nobody`; read from /etc/passwd because nothing may be installed for it. */
function unprivilegedAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StoreTrouble(
    '以 root 运行时需要一个普通账户(postgres 或 nobody),本机没有。请改用普通用户运行,或设置 DATABASE_URL。',
    'As root the store needs an account (postgres or nobody). Run as an ordinary user or set DATABASE_URL.',
  )
}

function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return null
  // A cluster an ordinary user made stays that user's: PostgreSQL starts only as the owner of its folder.
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  return unprivilegedAccount()
}

const pointerName = 'moved-to.txt'

/** Reads where an earlier start put the cluster; a pointer to nothing is trouble, never a silent empty store. */
function pointedBase(folder: string): string | undefined {
  const pointer = join(folder, pointerName)
  if (!existsSync(pointer)) return undefined
  const base = readFileSync(pointer, 'utf8').split('\n')[0]?.trim() ?? ''
  if (existsSync(base)) return base
  throw new StoreTrouble(
    `数据库目录 ${base} 不见了(见 ${pointer})。若确认数据已不需要,删除该文件后重新启动。`,
    `The store folder ${base} is gone (see ${pointer}). If its data is not needed, delete that file and start again.`,
  )
}

/** Makes a folder every account can reach, for when the data folder lies below a closed home directory. */
function makeReachableBase(folder: string): string {
  const root = ['/var/lib', tmpdir()].find((place) => {
    try {
      accessSync(place, constants.W_OK)
      return mayEnter(place, { uid: -1, gid: -1 })
    } catch {
      return false
    }
  })
  if (root === undefined) {
    throw new StoreTrouble(
      '找不到数据库账户可以进入的目录。请把 LINLI_DATA 设到其他用户也能进入的位置。',
      'No folder the store account can enter was found. Set LINLI_DATA to a place other users can pass into.',
    )
  }
  const base = join(root, 'linli', randomBytes(6).toString('hex'))
  mkdirSync(base, { recursive: true, mode: 0o755 })
  writeFileSync(
    join(folder, pointerName),
    `${base}\n数据库文件在上面的目录中,因为数据库账户无法进入本目录。\nThe store lies in the folder above,
    because its account cannot enter this one.\n`,
  )
  return base
}

/** Settles where the cluster of this data folder lives and under which account it runs; makes the folders. */
export function settleHome(dataDir: string): Home {
  const folder = join(resolve(dataDir), 'postgres')
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true })
      chmodSync(folder, 0o755)
    }
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new StoreTrouble(
      `无法写入数据目录 ${folder}:${String(error)}`,
      `The data folder ${folder} cannot be written: ${String(error)}`,
    )
  }
  let base = pointedBase(folder) ?? folder
  const account = accountFor(join(base, 'cluster'))
  if (!mayEnter(base, account)) base = makeReachableBase(folder)
  return {
    folder,
    base,
    cluster: join(base, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'postgres.log'),
    account,
  }
}

/** The password of this cluster, made once; readable by whoever runs Linli and nobody else. */
export function ownPassword(home: Home): string {
  try {
    if (existsSync(home.passwordFile)) return readFileSync(home.passwordFile, 'utf8').trim()
  } catch {
    throw new StoreTrouble(
      `无法读取 ${home.passwordFile}:它属于另一个用户。请用原来的用户启动。`,
      `${home.passwordFile} cannot be read: it belongs to another user. Start as the user who started it before.`,
    )
  }
  const password = randomBytes(24).toString('hex')
  // Whole or absent: a full disk would leave an empty file, and with it a store nobody can open.
  writeFileSync(`${home.passwordFile}.new`, `${password}\n`, { mode: 0o600 })
  renameSync(`${home.passwordFile}.new`, home.passwordFile)
  return password
}
