/** The only place of the server that reads a clock (architecture rule). Everything else is told the time. */
export function now(): Date {
  return new Date()
}

/** Milliseconds of a clock that never jumps, for measuring how long something took. */
export function stopwatch(): number {
  return performance.now()
}
