import type { Office } from '../../../model.ts'

/** How many offices stand above each, among those of the list; a parent that is not in it counts for nothing. */
export function depthsOf(
  offices: readonly Pick<Office, 'id' | 'parent'>[],
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  // Parents stand before their children.
  for (const { id, parent } of offices) {
    const above = parent === null ? undefined : depths.get(parent)
    depths.set(id, above === undefined ? 0 : above + 1)
  }
  return depths
}
