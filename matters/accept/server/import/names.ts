import { createHash } from 'node:crypto'
import type { Day } from '#foundation/time.ts'
import type { ImportedCategory } from '#matters/matter/server/import-batch-categories.ts'

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()

/** Offices by name; one that two offices bear means neither. */
export function officesByName(
  names: ReadonlyMap<string, { readonly name: string; readonly nameEn: string }>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>()
  const add = (name: string, id: string) => {
    const before = found.get(name)
    found.set(name, before === undefined || before === id ? id : null)
  }
  for (const [id, { name, nameEn }] of names) {
    add(plain(name), id)
    if (nameEn) add(plain(nameEn), id)
  }
  return new Map([...found].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])))
}

/** The office of that name; null where the county has none. */
export function officeNamed(offices: ReadonlyMap<string, string>, name: string): string | null {
  return offices.get(plain(name)) ?? null
}

/** A code for a category only the file knows: readable where its name is Latin, else from a hash. */
function codeFor(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const readable = `import:${slug}`
  const isLatin = /^[\x20-\x7e]+$/.test(name) && slug !== '' && readable.length <= 40
  if (isLatin && !taken.has(readable)) return readable
  return `import:${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
}

// "市容环境/垃圾清运", "市容环境－垃圾清运": what stands last is the category itself.
const lastPart = (name: string) =>
  name
    .split(/[/\\>＞》|｜]|\s[-–—]\s|[－—]+/)
    .at(-1)
    ?.trim() ?? ''

export type CategoryPlan = {
  readonly codes: ReadonlyMap<string, string>
  readonly added: readonly ImportedCategory[]
}

/**
 * Which category of the county each category of the file is: by its whole name, by the last part of a path, or a new
 * one that keeps the file's words and holds from its first row on.
 * @param firstDays first day of each category of the file
 */
export function planImportedCategories(
  firstDays: ReadonlyMap<string, Day>,
  present: readonly Omit<ImportedCategory, 'from'>[],
): CategoryPlan {
  const byName = new Map<string, string>()
  for (const { code, name, nameEn } of present) {
    for (const one of [name, nameEn])
      if (one && !byName.has(plain(one))) byName.set(plain(one), code)
  }
  const taken = new Set(present.map(({ code }) => code))
  const codes = new Map<string, string>()
  const added: ImportedCategory[] = []
  for (const [name, from] of firstDays) {
    const known = byName.get(plain(name)) ?? byName.get(plain(lastPart(name)))
    const code = known ?? codeFor(name, taken)
    if (known === undefined) {
      added.push({ code, name, nameEn: name, from })
      taken.add(code)
      byName.set(plain(name), code)
    }
    codes.set(name, code)
  }
  return { codes, added }
}
