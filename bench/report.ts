import { cpuOf, type Goal, goalsOf, isReached } from './goals.ts'
import type { Measure } from './measure.ts'
import type { BenchResults } from './run.ts'

/** Columns a text takes on a terminal: Chinese characters and their signs take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(sign) ? 2 : 1),
    0,
  )
}

const padded = (text: string, width: number) =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))
const right = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text

const nothing = '–'
const milliseconds = (value: number | null) =>
  value === null ? nothing : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

export const headings = [
  '',
  '次/秒 per s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  '服务 CPU ms',
  '库 CPU ms',
  '合计 CPU',
  '失败 failed',
]

export function rowOf(measure: Measure): string[] {
  const { name, perSecond, p50, p95, p99, serverCpu, storeCpu, failed } = measure
  const numbers = [p50, p95, p99, serverCpu, storeCpu, cpuOf(measure)].map(milliseconds)
  return [name, perSecond.toFixed(perSecond < 100 ? 1 : 0), ...numbers, String(failed)]
}

function tableOf(rows: readonly string[][]): string[] {
  const all = [headings, ...rows]
  const widths = headings.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))))
  return all.map((row) =>
    row
      .map((cell, i) => (i === 0 ? padded : right)(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export const figureOf = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

export function markOf(goal: Goal): string {
  const reached = isReached(goal)
  return reached === null ? ' ' : reached ? '✓' : '✗'
}

export const sayAim = ({ aim }: Goal) =>
  aim === null ? '' : 'least' in aim ? `≥ ${aim.least}` : `≤ ${aim.most}`

function goalLine(goal: Goal): string {
  const { name, value, unit, aim } = goal
  return `${markOf(goal)} ${padded(name, 52)}${right(figureOf(value), 7)} ${unit}${aim ? `  (${sayAim(goal)})` : ''}`
}

/** What is counted as one lifecycle. */
export const sayLifecycle = ({ lifecycleSize: { requests, acts } }: BenchResults) =>
  `a lifecycle is ${requests} requests and ${acts} acts: one request that records, accepts and judges; dispatch; ` +
  'feed back; check; close; read it all again'

export function spikeLines({ spike }: BenchResults): string[] {
  if (!spike) return []
  const { steps, begun, done, failed, lost } = spike
  const shape = steps.map(({ rate, p95 }) => `${rate}/s ${p95.toFixed(0)}`).join(' → ')
  return [
    `尖峰 spike, p95 ms of a lifecycle: ${shape}`,
    `  ${begun} begun, ${done} done, ${failed} failed, ${lost} lost; every answer was read back at once`,
  ]
}

/** Every line of the table, the bare driver's last. */
export const rowsOf = ({ measures, bare }: BenchResults): Measure[] => [
  ...measures,
  ...(bare ? [{ ...bare, name: '裸驱动 the same SQL, bare driver' }] : []),
]

/** What stands above the table: when, on what, over how much. */
export function sayWhere({ at, machine, options, load }: BenchResults): string[] {
  const { cores, processor, node, postgres, loadBefore } = machine
  const { size, concurrency, seconds } = options
  return [
    `${at.slice(0, 10)}  ${cores} × ${processor}, Node ${node}, PostgreSQL ${postgres}, load before: ${figureOf(loadBefore)}`,
    `${size} matters, ${load.megabytes} MB, loaded in ${load.seconds.toFixed(0)} s; ${concurrency} at a time, ` +
      `${seconds} s each, what writes three times as long; every commit on disk`,
  ]
}

/** The results as one screen of text. */
export function reportOf(results: BenchResults): string {
  const { spike } = results
  const rows = rowsOf(results)
  const troubles = [...rows, ...(spike ? [{ ...spike, name: '尖峰 spike' }] : [])].flatMap(
    ({ name, trouble }) => (trouble ? [`${name}: ${trouble}`] : []),
  )
  return [
    ...sayWhere(results),
    '',
    ...tableOf(rows.map(rowOf)),
    '',
    ...goalsOf(results).map(goalLine),
    `  ${sayLifecycle(results)}`,
    ...spikeLines(results),
    ...(troubles.length > 0 ? ['', ...troubles] : []),
  ].join('\n')
}
