import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let signedOut = false

function change(to: boolean): void {
  if (signedOut === to) return
  signedOut = to
  for (const listener of listeners) listener()
}

/** The server no longer knows us: idle for too long, or signed out elsewhere. */
export function markSignedOut(): void {
  change(true)
}

export function markSignedIn(): void {
  change(false)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** True when a request was answered "not signed in" since the last sign-in. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(subscribe, () => signedOut)
}
