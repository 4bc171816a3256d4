import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Office, OfficeKind } from '#people/model.ts'
import type { DutyItem, TownshipItem } from './model.ts'

/** Codes from the thing itself up to the widest that contains it. */
export type Upward = readonly string[]

/** How far up the line a code stands; -1 when it is not on it. */
const distance = (line: Upward, code: string | null) => (code === null ? -1 : line.indexOf(code))

/**
 * The items that answer for a category in a place, best first: the place itself before what contains it, the whole
 * county last; among those of one place the category itself before what it belongs to.
 * @param categories the matter's category and those above it
 * @param divisions the place and the divisions above it
 */
export function fittingItems<I extends Pick<DutyItem, 'category' | 'division' | 'id'>>(
  items: readonly I[],
  categories: Upward,
  divisions: Upward,
): I[] {
  const nearness = ({ division }: I) =>
    division === null ? divisions.length : distance(divisions, division)
  return items
    .filter((item) => distance(categories, item.category) >= 0 && nearness(item) >= 0)
    .sort(
      (a, b) =>
        nearness(a) - nearness(b) ||
        distance(categories, a.category) - distance(categories, b.category) ||
        (a.id < b.id ? -1 : 1),
    )
}

/**
 * The entry of a township's list that counts for a category: the nearest category, then the nearest place. Undefined
 * where the list says nothing.
 */
export function townshipEntry(
  items: readonly TownshipItem[],
  categories: Upward,
  divisions: Upward,
): TownshipItem | undefined {
  return items
    .filter(
      (item) => distance(categories, item.category) >= 0 && distance(divisions, item.division) >= 0,
    )
    .sort(
      (a, b) =>
        distance(categories, a.category) - distance(categories, b.category) ||
        distance(divisions, a.division) - distance(divisions, b.division),
    )[0]
}

/** Entries of the lists of a place that keep something from its township: to be shown before anybody dispatches. */
export function bindingEntries(
  items: readonly TownshipItem[],
  categories: Upward,
  divisions: Upward,
): TownshipItem[] {
  return items.filter(
    ({ kind, category, division }) =>
      kind !== 'basic' && distance(categories, category) >= 0 && distance(divisions, division) >= 0,
  )
}

const grassrootsKinds: ReadonlySet<OfficeKind> = new Set(['street', 'community', 'committee'])
const communityKinds: ReadonlySet<OfficeKind> = new Set(['community', 'committee'])

/** Townships, streets, communities and their committees: whom the lists protect. */
export function isGrassroots({ kind }: Pick<Office, 'kind'>): boolean {
  return grassrootsKinds.has(kind)
}

export type GrassrootsAsked = {
  readonly lead: Office
  readonly assisting: readonly Office[]
  readonly categories: Upward
  /** Items of the lists of every place the grassroots offices lie in, valid on the day. */
  readonly townshipItems: readonly TownshipItem[]
  /** What the duty list says for this category and place, best first. */
  readonly dutyItems: readonly DutyItem[]
  /** An office's division and those above it. */
  readonly placeOf: (office: Office) => Upward
  readonly nameOf: (office: string) => string
  /** Null for an office nobody knows. */
  readonly kindOf: (office: string) => OfficeKind | null
}

/**
 * Why the grassroots may not be given this (trap 15): what departments took back goes to no township at all; where a
 * township only cooperates the department leads; a community leads nothing outside its own list; and what the duty
 * list gives to a department is the department's work (国办函〔2025〕66号; Beijing 接诉即办 law art. 17; domain.md 5.3).
 */
export function whyNotGrassroots(asked: GrassrootsAsked): Refusal | null {
  const { lead, assisting } = asked
  for (const office of [lead, ...assisting].filter(isGrassroots)) {
    const refusal = whyNotThisOne(asked, office, office.id === lead.id)
    if (refusal) return refusal
  }
  return null
}

function whyNotThisOne(asked: GrassrootsAsked, office: Office, leads: boolean): Refusal | null {
  const { categories, townshipItems, placeOf } = asked
  const entry = townshipEntry(townshipItems, categories, placeOf(office))
  const field = leads ? 'lead' : 'assisting'
  if (entry?.kind === 'takenBack')
    return refuse('dispatch.takenBack', 'conflict', { field, values: said(asked, entry) })
  if (entry?.kind === 'cooperating') {
    const departmentLeads = entry.department === asked.lead.id
    if (leads || !departmentLeads)
      return refuse('dispatch.departmentLeads', 'conflict', {
        field: 'lead',
        values: said(asked, entry),
      })
  }
  if (!leads) return null
  if (communityKinds.has(office.kind)) return whyNotCommunity(asked, office, entry)
  return entry?.kind === 'basic' ? null : whyNotDepartmentsDuty(asked, office)
}

/** A community leads only what its own list names, whatever its township's list says. */
function whyNotCommunity(
  asked: GrassrootsAsked,
  office: Office,
  entry: TownshipItem | undefined,
): Refusal | null {
  const own = townshipEntry(
    asked.townshipItems,
    asked.categories,
    asked.placeOf(office).slice(0, 1),
  )
  if (own?.kind === 'basic') return null
  const duty = asked.dutyItems[0]
  if (duty && duty.lead !== office.id)
    return refuse('dispatch.outsideCommunityList', 'conflict', {
      field: 'lead',
      values: saidOfDuty(asked, duty),
    })
  if (entry?.department)
    return refuse('dispatch.outsideCommunityList', 'conflict', {
      field: 'lead',
      values: said(asked, entry),
    })
  return refuse('dispatch.notOnCommunityList', 'conflict', {
    field: 'lead',
    values: { office: office.name },
  })
}

function whyNotDepartmentsDuty(asked: GrassrootsAsked, office: Office): Refusal | null {
  const [best] = asked.dutyItems
  if (!best || best.lead === office.id || asked.kindOf(best.lead) !== 'government') return null
  return refuse('dispatch.departmentsDuty', 'conflict', {
    field: 'lead',
    values: saidOfDuty(asked, best),
  })
}

const said = ({ nameOf }: GrassrootsAsked, { item, department, legalBasis }: TownshipItem) => ({
  item,
  department: department ? nameOf(department) : '',
  basis: legalBasis,
})

const saidOfDuty = ({ nameOf }: GrassrootsAsked, { item, lead, legalBasis }: DutyItem) => ({
  item,
  department: nameOf(lead),
  basis: legalBasis,
})
