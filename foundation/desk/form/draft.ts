import { useCallback, useEffect, useState } from 'react'

const prefix = 'linli.draft.'

/** What was kept under a name, where it still has the shape of what is asked for; null otherwise. */
export function readDraft<T extends object>(name: string, blank: T): T | null {
  const text = sessionStorage.getItem(prefix + name)
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as T
    return Object.keys(blank).every((key) => key in kept) ? kept : null
  } catch {
    return null
  }
}

/** Keeps something half typed under a name, until it is forgotten. */
export function keepDraft(name: string, draft: object): void {
  sessionStorage.setItem(prefix + name, JSON.stringify(draft))
}

/** Forgets what was sent. */
export function forgetDraft(name: string): void {
  sessionStorage.removeItem(prefix + name)
}

/** Forgets everything half typed: whoever sits down next shall not find it. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  }
}

/**
 * Something half typed, kept for this tab until `renew`: it survives a reload, but neither the tab nor the session of
 * whoever typed it, because it may hold personal data. `name` should hold who types.
 */
export function useDraft<T extends object>(name: string, makeBlank: () => T) {
  const [draft, setDraft] = useState<T>(() => {
    const blank = makeBlank()
    return readDraft(name, blank) ?? blank
  })
  useEffect(() => {
    keepDraft(name, draft)
  }, [name, draft])
  const change = useCallback((more: Partial<T>) => setDraft((last) => ({ ...last, ...more })), [])
  const renew = () => setDraft(makeBlank())
  return { draft, change, renew }
}
