import { useSyncExternalStore } from 'react'

/** The only place of the desk that reads a clock (architecture rule). Everything else is told the time. */
export function now(): Date {
  return new Date()
}

const tickMilliseconds = 15_000
const listeners = new Set<() => void>()
let shown = now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    shown = now()
    for (const each of listeners) each()
  }, tickMilliseconds)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, kept within a quarter of a minute; one timer for the whole desk. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => shown)
}
