import { basename, dirname } from 'node:path/posix'

/**
 * The floors of the house, lowest first. Rooms on one floor never import each other. A new room of `civic/` gets its
 * floor here and a decision record.
 */
export const floors: readonly (readonly string[])[] = [
  ['foundation'],
  ['places'],
  ['people'],
  ['matters/matter'],
  [
    'matters/accept',
    'matters/analyse',
    'matters/dispatch',
    'matters/command',
    'matters/handle',
    'matters/evaluate',
  ],
  [],
  ['app'],
]

/** Not part of the house: may import any room, and no room may import them (the roof excepted). */
export const outside = ['database', 'tests', 'bench'] as const

const rooms = floors.flat()

/** The room a file stands in, the outside folder it stands in, or null for a file that stands nowhere. */
export function roomOf(path: string): string | null {
  const room = rooms.find((one) => path.startsWith(`${one}/`))
  return room ?? outside.find((one) => path.startsWith(`${one}/`)) ?? null
}

/** Floor number from 0; null outside the house. */
export function floorOf(path: string): number | null {
  const room = roomOf(path)
  const floor = floors.findIndex((on) => room !== null && on.includes(room))
  return floor < 0 ? null : floor
}

export type Side = 'middle' | 'server' | 'desk' | 'portal' | 'screens'

/**
 * Which hand a file belongs to. `screens` is what desk and portal share. The roof's command line and build are server
 * work. Words are meaning wherever they stand, and so is how a moment or a tone is said.
 */
export function sideOf(path: string): Side {
  if (isCatalogue(path) || /^foundation\/screens\/[\w-]+\.ts$/.test(path)) return 'middle'
  if (/(^|\/)server\/|^app\/commands\/|^app\/(build\.ts|[\w-]+\.mjs)$/.test(path)) return 'server'
  const screen = /(^|\/)(desk|portal|screens)\//.exec(path)?.[2]
  return screen ? (screen as Side) : 'middle'
}

/** What each side may import of the others. */
export const mayImport: Readonly<Record<Side, readonly Side[]>> = {
  middle: ['middle'],
  server: ['middle', 'server'],
  screens: ['middle', 'screens'],
  desk: ['middle', 'screens', 'desk'],
  portal: ['middle', 'screens', 'portal'],
}

/** Runs while screens are built, in Node and not in the browser: the build's configuration and its plugins. */
export const buildFiles: readonly string[] = [
  'app/desk/vite.config.ts',
  'app/desk/keep-languages.ts',
  'app/portal/vite.config.ts',
]

/** The roof hands each page what it shows, so it knows the types of pages and their parts; it loads them as built. */
export const mayKnowTypes = (from: string, to: string) =>
  from.startsWith('app/server/') && sideOf(to) === 'portal'

export const isTest = (path: string) => /\.test\.tsx?$/.test(path)
export const isCatalogue = (path: string) => /(^|[/-])(zh-CN|en)\.ts$/.test(path)

/** The first part of a catalogue's keys: the room's folder, or the word before the language (`files-zh-CN.ts`). */
export function cataloguePrefix(path: string): string {
  const own = basename(path).replace(/-?(zh-CN|en)\.ts$/, '')
  return own || basename(dirname(path))
}

export const forbiddenNames = [
  'utils',
  'helpers',
  'common',
  'misc',
  'types',
  'constants',
  'manager',
  'service',
  'index',
] as const

export const limits = {
  fileLines: 300,
  functionLines: 70,
  columns: 120,
  folderEntries: 15,
} as const

/** Only these read a clock. */
export const clocks = ['foundation/server/clock.ts', 'foundation/desk/clock.ts'] as const

/** Folders that may hold more than 15 entries, with the reason. */
export const largeFolders: Readonly<Record<string, string>> = {
  foundation:
    'each file is one word of the ground, and every room names them; a folder more in each import says nothing',
  'foundation/desk': 'the desk’s few shared hooks beside the folders of its parts',
  'foundation/server':
    'the store, the files and the seal of the ground: groups are told by the first word of the name',
  'matters/matter/server':
    'the engine, its lists, its import and its export: groups are told by the first word of the name',
  'matters/analyse': 'one folder for each question (decision 0011) beside the files every room has',
  'matters/analyse/desk': 'the forms of judging beside one folder for each question',
  'matters/analyse/server':
    'each question has a folder of its own; the stores, which stand side by side by rule, are many',
  'app/server': 'the edge: one file for each thing that is served',
  'app/commands': 'one file for each command, found by its name',
}

/** SQL that may stand outside `server/store*.ts`, with the reason. */
export const sqlElsewhere: Readonly<Record<string, string>> = {
  'foundation/server/database.ts': 'begins transactions and sets who asks',
  'foundation/server/embedded-postgres.ts': 'starts the store, before any table exists',
  'foundation/server/migrate.ts': 'runs migrations, before any room exists',
  'foundation/server/dump-schema.ts': 'asks the catalogs for the shape of the store',
  'app/server/health.ts': 'asks whether the store answers at all',
}

/** Statements that read a child table of `matters` without joining `matters`, with the reason. By their prepared name. */
export const unguardedReads: Readonly<Record<string, string>> = {
  'matter.read-behind-lock':
    'is sent behind the lock of the matter, which the guard has let through or not',
  'matter.find-act': 'answers a repeated act by the act id, which only its sender knows',
  'analyse.list-articles': 'tells how often an article was used and when last, and of no matter',
  'analyse.count-articles':
    'counts articles, by whether they were used since a day; names no matter',
  'analyse.list-article-editions': 'as analyse.list-articles',
}
