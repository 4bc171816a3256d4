import type { Limit, WorkCalendar } from '#foundation/calendar.ts'
import {
  type CitedLimit,
  extendClock,
  pauseClock,
  resumeClock,
  retimeClock,
  startClock,
  stopClock,
} from '#foundation/clock-state.ts'
import type { ClockName, MatterClock } from './model.ts'
import type { ClockEffect, Effect } from './procedure.ts'

/** Which rule a clock runs by and how long that is. */
export type LimitOf = (clock: ClockName) => CitedLimit

/**
 * What an act does to the clocks, told by the procedure. Stop, pause and resume leave alone what does not run;
 * start begins anew only clocks
 * of one stage (acceptance, signing …): the procedure never starts `completion` but on acceptance (trap 13).
 * @returns the clocks that changed
 */
export function moveClocks(
  clocks: readonly MatterClock[],
  effects: readonly Effect[],
  limitOf: LimitOf,
  at: Date,
  calendar: WorkCalendar,
): MatterClock[] {
  const changed = new Map<ClockName, MatterClock>()
  const current = (name: ClockName) =>
    changed.get(name) ?? clocks.find((clock) => clock.name === name)
  for (const effect of effects) {
    for (const [name, what] of Object.entries(effect.clocks ?? {}) as [ClockName, ClockEffect][]) {
      const clock = current(name)
      const moved = moveClock(clock, name, what, limitOf, at, calendar)
      if (moved) changed.set(name, moved)
    }
  }
  return [...changed.values()]
}

function moveClock(
  clock: MatterClock | undefined,
  name: ClockName,
  what: ClockEffect,
  limitOf: LimitOf,
  at: Date,
  calendar: WorkCalendar,
): MatterClock | null {
  if (what === 'start') return startClock(name, limitOf(name), at, calendar)
  if (!clock || clock.stoppedAt) return null
  if (what === 'stop') return stopClock(clock, at)
  return what === 'pause' ? pauseClock(clock, at) : resumeClock(clock, at, calendar)
}

/** What a deed did to one clock beside the procedure: another limit from the same start, or a granted extension. */
export function adjustClock(
  clock: MatterClock,
  adjust: { retime?: CitedLimit; extend?: Limit },
  calendar: WorkCalendar,
): MatterClock {
  const retimed = adjust.retime ? retimeClock(clock, adjust.retime, calendar) : clock
  return adjust.extend ? extendClock(retimed, adjust.extend, calendar) : retimed
}

// Signing and first contact are the offices' own; what a queue is ordered by is what the resident or the next
// desk waits for.
const leading: readonly ClockName[] = ['acceptance', 'completion', 'rework', 'checking']

/** The next moment somebody outside the handling office waits for; null while nothing runs or all is paused. */
export function nextDue(clocks: readonly MatterClock[]): Date | null {
  const due = clocks
    .filter((clock) => leading.includes(clock.name) && !clock.stoppedAt && !clock.pausedAt)
    .map((clock) => clock.dueAt.getTime())
  return due.length === 0 ? null : new Date(Math.min(...due))
}
