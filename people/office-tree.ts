import type { Office } from './model.ts'
import { holdsOn } from './rules.ts'

const byName = new Intl.Collator('zh-CN')

/** The office that does its work on a day: itself, or the one at the end of its line of successors; null when none. */
export function officeStandingFor(
  offices: ReadonlyMap<string, Office>,
  id: string,
  day: string,
): Office | null {
  let office = offices.get(id)
  while (office && !holdsOn(office, day)) {
    office = office.successor === null ? undefined : offices.get(office.successor)
  }
  return office ?? null
}

/**
 * The offices that exist on a day, each right after its parent and with the parent of that day: when the parent ended,
 * the one that succeeded it. Siblings in the order of their names.
 * @param all every office the county ever had
 */
export function officesInTreeOrder(all: readonly Office[], day: string): Office[] {
  const known = new Map(all.map((office) => [office.id, office]))
  const children = new Map<string | null, Office[]>()
  for (const office of all.filter((one) => holdsOn(one, day))) {
    const above = office.parent === null ? null : officeStandingFor(known, office.parent, day)
    // An office merged into its own child stands on top.
    const parent = above && above.id !== office.id ? above.id : null
    children.set(parent, [...(children.get(parent) ?? []), { ...office, parent }])
  }
  const ordered: Office[] = []
  const add = (parent: string | null) => {
    const siblings = children.get(parent) ?? []
    children.delete(parent)
    for (const office of siblings.sort((a, b) => byName.compare(a.name, b.name))) {
      ordered.push(office)
      add(office.id)
    }
  }
  add(null)
  // Should two offices stand below each other, they are listed all the same.
  for (const parent of [...children.keys()]) add(parent)
  return ordered
}
