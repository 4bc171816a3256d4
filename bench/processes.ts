import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** CPU used so far, in milliseconds; null where the system does not tell (no /proc). */
export type Cpu = { readonly server: number | null; readonly store: number | null }

// Linux counts CPU time in hundredths of a second (USER_HZ, fixed for programs).
const tickMilliseconds = 10

type Stat = { readonly parent: number; readonly own: number; readonly ended: number }

/** Fields 4 and 14–17 of /proc/<pid>/stat (proc(5)): parent, CPU of the process and of its children that ended. */
function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces: what follows the last bracket begins with field 3.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = (field: number) => Number(fields[field - 3]) * tickMilliseconds
    return { parent: Number(fields[1]), own: ticks(14) + ticks(15), ended: ticks(16) + ticks(17) }
  } catch {
    return null
  }
}

const hasProc = existsSync('/proc/self/stat')

/** Of one process with all its threads. */
export function cpuOf(pid: number): number | null {
  return readStat(pid)?.own ?? null
}

/** Of PostgreSQL as a whole: the postmaster, every process it has now, and those that have ended. */
export function cpuOfStore(postmaster: number): number | null {
  if (!hasProc) return null
  let sum = 0
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const stat = Number.isInteger(pid) ? readStat(pid) : null
    if (pid === postmaster && stat) sum += stat.own + stat.ended
    else if (stat?.parent === postmaster) sum += stat.own
  }
  return sum
}

/** Memory of a process in MB: what it holds now, and the most it ever held. */
export function memoryOf(pid: number): { now: number; most: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    const megabytes = (name: string) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) / 1024)
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
  } catch {
    return null
  }
}

/** The machine the numbers belong to. */
export function machine(): { cores: number; processor: string; node: string } {
  const cores = cpus()
  return { cores: cores.length, processor: cores[0]?.model ?? '', node: process.version }
}
