import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** CPU used so far, in milliseconds; null where the system does not tell (no /proc). */
export type Cpu = { readonly server: number | null; readonly store: number | null }

// In /proc/<pid>/stat Linux counts CPU in hundredths of a second (USER_HZ, fixed for programs).
const tickMilliseconds = 10

type Stat = { readonly parent: number; readonly ended: number }

/** Fields 4, 16 and 17 of /proc/<pid>/stat (proc(5)): the parent, and the CPU of children that ended. */
function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces: what follows the last bracket begins with field 3.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ended = (Number(fields[13]) + Number(fields[14])) * tickMilliseconds
    return { parent: Number(fields[1]), ended }
  } catch {
    return null
  }
}

/** Of one process with all its threads, from their schedstat: nanoseconds on a processor. */
export function cpuOf(pid: number): number | null {
  try {
    let nanoseconds = 0
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [spent = ''] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
      nanoseconds += Number(spent)
    }
    return nanoseconds / 1e6
  } catch {
    return null
  }
}

/** Of PostgreSQL as a whole: the postmaster, every process it has now, and those that have ended. */
export function cpuOfStore(postmaster: number): number | null {
  if (!existsSync(`/proc/${postmaster}/task`)) return null
  let sum = 0
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const stat = Number.isInteger(pid) ? readStat(pid) : null
    if (stat === null || (pid !== postmaster && stat.parent !== postmaster)) continue
    sum += (cpuOf(pid) ?? 0) + (pid === postmaster ? stat.ended : 0)
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
