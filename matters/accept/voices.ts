/** What tells two voices of a matter to be one person's: the account, or the keyed hash of the phone. */
export type Voice = { readonly resident: string | null; readonly phone: string | null }

/**
 * How many different people speak in these reports and joins: one account or one phone is one voice, however often it
 * was heard; a voice that left neither is one of its own. A number, never a list (product.md, "Never").
 */
export function countVoices(voices: readonly Voice[]): number {
  // Every key leads to one of the same person's, the last to itself.
  const leads = new Map<string, string>()
  const rootOf = (key: string): string => {
    const next = leads.get(key) ?? key
    return next === key ? key : rootOf(next)
  }
  let unknown = 0
  for (const { resident, phone } of voices) {
    const keys: string[] = []
    if (resident) keys.push(`resident ${resident}`)
    if (phone) keys.push(`phone ${phone}`)
    const [root] = keys.map(rootOf)
    if (root === undefined) unknown += 1
    else for (const key of keys) leads.set(rootOf(key), root)
  }
  return unknown + new Set([...leads.keys()].map(rootOf)).size
}
