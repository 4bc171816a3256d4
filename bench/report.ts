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

const cpuOf = ({ serverCpu, storeCpu }: Pick<Measure, 'serverCpu' | 'storeCpu'>) =>
  serverCpu === null || storeCpu === null ? null : serverCpu + storeCpu

const headings = [
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

function rowOf(measure: Measure): string[] {
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

/** What the issue asks for and what was reached, where it was measured. */
function goalsOf({ measures, bare, server, lifecycleSize }: BenchResults): string[] {
  const find = (part: string) => measures.find(({ name }) => name.includes(part))
  const lines: string[] = []
  const life = find('lifecycle')
  const lifeCpu = life ? cpuOf(life) : null
  const { requests, acts } = lifecycleSize
  if (lifeCpu)
    lines.push(
      `lifecycles per second and core (server + store): ${(1000 / lifeCpu).toFixed(0)}, of ${requests} requests and ${acts} acts  (aim 100)`,
    )
  const bareCpu = bare ? cpuOf(bare) : null
  if (life && bare)
    lines.push(
      `of the bare driver: ${((100 * life.perSecond) / bare.perSecond).toFixed(0)} % by rate${
        lifeCpu && bareCpu ? `, ${((100 * bareCpu) / lifeCpu).toFixed(0)} % by CPU` : ''
      }  (aim 60 %)`,
    )
  const slowest = measures
    .filter(({ name }) => name.includes('search'))
    .reduce<Measure | null>((most, next) => (most && most.p95 > next.p95 ? most : next), null)
  if (slowest) lines.push(`slowest search, p95: ${slowest.p95.toFixed(1)} ms  (aim 50 ms)`)
  lines.push(
    `server: ready after ${server.startSeconds.toFixed(1)} s, ${server.idleMegabytes ?? nothing} MB idle, ${server.mostMegabytes ?? nothing} MB at most  (aim 300 MB idle)`,
  )
  return lines
}

function spikeLines({ spike }: BenchResults): string[] {
  if (!spike) return []
  const { steps, begun, done, failed, lost } = spike
  const shape = steps.map(({ rate, p95 }) => `${rate}/s ${p95.toFixed(0)}`).join(' → ')
  return [
    `尖峰 spike, p95 ms of a lifecycle: ${shape}`,
    `  ${begun} begun, ${done} done, ${failed} failed, ${lost} lost; every answer was read back at once`,
  ]
}

/** The results as one screen of text. */
export function reportOf(results: BenchResults): string {
  const { machine, options, load, measures, bare, spike } = results
  const rows = [
    ...measures,
    ...(bare ? [{ ...bare, name: '裸驱动 the same SQL, bare driver' }] : []),
  ]
  const troubles = [...rows, ...(spike ? [{ ...spike, name: '尖峰 spike' }] : [])].flatMap(
    ({ name, trouble }) => (trouble ? [`${name}: ${trouble}`] : []),
  )
  return [
    `${results.at.slice(0, 10)}  ${machine.cores} × ${machine.processor}, Node ${machine.node}, PostgreSQL ${machine.postgres}`,
    `${options.size} matters, ${load.megabytes} MB, loaded in ${load.seconds.toFixed(0)} s; ${options.concurrency} at a time, ${options.seconds} s each; every commit on disk`,
    '',
    ...tableOf(rows.map(rowOf)),
    '',
    ...goalsOf(results),
    ...spikeLines(results),
    ...(troubles.length > 0 ? ['', ...troubles] : []),
  ].join('\n')
}
