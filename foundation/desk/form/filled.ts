/** An input without its empty texts: what nobody filled in is not sent at all. */
export function filled<T extends object>(input: T): T {
  const kept = Object.entries(input).filter(([, value]) => value !== '' && value !== undefined)
  return Object.fromEntries(kept) as T
}
