/**
 * An input without its empty texts: what nobody filled in is not sent at all.
 * @param kept names of texts that are told even when they are empty
 */
export function filled<T extends object>(input: T, kept: readonly string[] = []): T {
  const told = Object.entries(input).filter(
    ([name, value]) => kept.includes(name) || (value !== '' && value !== undefined),
  )
  return Object.fromEntries(told) as T
}
