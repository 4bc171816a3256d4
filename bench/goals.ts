import type { Measure } from './measure.ts'
import type { BenchResults } from './run.ts'

/** Something the issue asks for, beside what was measured; `aim` null is told for comparison only. */
export type Goal = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly aim: { readonly least: number } | { readonly most: number } | null
}

/** CPU of server and store together for each time, in milliseconds. */
export const cpuOf = ({ serverCpu, storeCpu }: Pick<Measure, 'serverCpu' | 'storeCpu'>) =>
  serverCpu === null || storeCpu === null ? null : serverCpu + storeCpu

export function isReached({ value, aim }: Goal): boolean | null {
  if (aim === null) return null
  return 'least' in aim ? value >= aim.least : value <= aim.most
}

type Aim = Goal['aim']

/** Nothing where it was not measured, or the system tells no CPU. */
const goal = (name: string, value: number | null | undefined, unit: string, aim: Aim): Goal[] =>
  value === null || value === undefined ? [] : [{ name, value, unit, aim }]

const most = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}

function lifecycleGoals({ bare }: BenchResults, life: Measure | undefined): Goal[] {
  if (!life) return []
  const cpu = cpuOf(life)
  const bareCpu = bare ? cpuOf(bare) : null
  return [
    ...goal('lifecycles a second and core, server and store', cpu && 1000 / cpu, '/s', {
      least: 100,
    }),
    ...goal(
      'lifecycles a second and core, server alone',
      life.serverCpu && 1000 / life.serverCpu,
      '/s',
      null,
    ),
    ...goal(
      'of the same SQL by the bare driver, by rate',
      bare && (100 * life.perSecond) / bare.perSecond,
      '%',
      { least: 60 },
    ),
    ...goal(
      'of the same SQL by the bare driver, by CPU',
      cpu && bareCpu && (100 * bareCpu) / cpu,
      '%',
      null,
    ),
  ]
}

/** What the issue asks for and what was reached, where it was measured. */
export function goalsOf(results: BenchResults): Goal[] {
  const { measures, server, spike } = results
  const all = (part: string) => measures.filter(({ name }) => name.includes(part))
  const [life] = all('lifecycle')
  const [create] = all('create')
  const cpuOfAll = (part: string) => most(all(part).map(cpuOf))
  return [
    ...lifecycleGoals(results, life),
    ...goal('create, CPU of server and store', create && cpuOf(create), 'ms', { most: 3 }),
    ...goal('dearest list of 100, CPU of server and store', cpuOfAll('list of 100'), 'ms', {
      most: 8,
    }),
    ...goal('slowest search, p95', most(all('search').map(({ p95 }) => p95)), 'ms', { most: 50 }),
    ...goal('rates of 30 days, CPU', cpuOfAll('rates of 30 days'), 'ms', { most: 50 }),
    ...goal('rates of 365 days, CPU', cpuOfAll('rates of 365 days'), 'ms', { most: 300 }),
    ...goal(
      'spike, p95 of a lifecycle in the worst step',
      spike && most(spike.steps.map(({ p95 }) => p95)),
      'ms',
      null,
    ),
    ...goal('server ready after', server.startSeconds, 's', { most: 5 }),
    ...goal('server memory, idle', server.idleMegabytes, 'MB', { most: 300 }),
    ...goal('server memory, at most', server.mostMegabytes, 'MB', null),
  ]
}
