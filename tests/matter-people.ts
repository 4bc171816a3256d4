import { createHash } from 'node:crypto'
import type { MatterId, OfficeId, PostId } from '#foundation/ids.ts'
import { systemActor } from '#people/actor.ts'
import type { Actor, OfficeKind, PostKind } from '#people/model.ts'

/** The invented county that tests of matters play in. */
export const county = 990101

/** The same id for the same words, so that tests can name things before they exist. */
export function idOf<T extends string>(words: string): T {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as T
}

/** Divisions: the county, two townships, and the villages of the first. */
export const places = {
  county: '990101000000',
  greenstone: '990101100000',
  willow: '990101100201',
  orchard: '990101100202',
  tower: '990101101000',
} as const

/** An office as the county is set up with it. */
type KitOffice = { name: string; nameEn: string; kind: OfficeKind; division: string | null }

/** The county's offices. */
export const offices = {
  centre: { name: '接诉即办中心', nameEn: 'Request Centre', kind: 'government', division: null },
  housing: { name: '住建局', nameEn: 'Housing Bureau', kind: 'government', division: null },
  streets: { name: '城管局', nameEn: 'City Management Bureau', kind: 'government', division: null },
  water: { name: '供水公司', nameEn: 'Water Company', kind: 'company', division: null },
  greenstone: {
    name: '青石镇',
    nameEn: 'Greenstone Town',
    kind: 'street',
    division: places.greenstone,
  },
  tower: { name: '白塔镇', nameEn: 'White Tower Town', kind: 'street', division: places.tower },
  willow: {
    name: '柳河社区',
    nameEn: 'Willow Community',
    kind: 'community',
    division: places.willow,
  },
} as const satisfies Record<string, KitOffice>

/** Ids of the county's offices. */
export const office = Object.fromEntries(
  Object.keys(offices).map((name) => [name, idOf(`office ${name}`)]),
) as Record<keyof typeof offices, string>

/** Chinese names of the county's offices by id. */
export const officeName = new Map(
  Object.entries(offices).map(([key, { name }]) => [idOf<string>(`office ${key}`), name]),
)

/** An officer with the given posts. The same posts make the same person. */
export function officer(
  ...posts: [kind: PostKind, office: string, formerly?: readonly string[]][]
): Actor {
  const person = idOf<string>(
    `person ${posts.map(([kind, where]) => `${kind} ${where}`).join(' ')}`,
  )
  return {
    kind: 'officer',
    county,
    person,
    name: '甲',
    language: 'zh-CN',
    posts: posts.map(([kind, where, formerly]) => ({
      post: idOf<PostId>(`post ${kind} ${where}`),
      kind,
      office: where as OfficeId,
      officeName: officeName.get(where) ?? '',
      division: null,
      behalfOf: null,
      ...(formerly ? { formerly: formerly as readonly OfficeId[] } : {}),
    })),
  }
}

const handlingKinds: ReadonlySet<PostKind> = new Set(['handler', 'chief'])

/** An officer of one post: the commanding side in the centre, handlers in the housing bureau unless told otherwise. */
export function actAs(kind: PostKind, where?: string): Actor {
  return officer([kind, where ?? (handlingKinds.has(kind) ? office.housing : office.centre)])
}

/** A signed-in resident; the same name is the same person. */
export function resident(name = '乙'): Actor {
  return {
    kind: 'resident',
    county,
    person: idOf<string>(`resident ${name}`),
    name,
    posts: [],
    language: 'zh-CN',
  }
}

/** Whoever holds the receipt of one matter. */
export function holder(matter: string): Actor {
  return {
    kind: 'receipt',
    county,
    person: null,
    matter: matter as MatterId,
    name: '',
    posts: [],
    language: 'zh-CN',
  }
}

/** The house itself, for jobs. */
export const theHouse = systemActor(county)
