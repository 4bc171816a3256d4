import { goalsOf } from './goals.ts'
import {
  figureOf,
  headings,
  markOf,
  rowOf,
  rowsOf,
  sayAim,
  sayLifecycle,
  sayWhere,
  spikeLines,
} from './report.ts'
import type { BenchResults } from './run.ts'

const rowText = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [rowText(head), rowText(lines), ...rows.map(rowText)]
}

/** Above this many processes waiting for a core, rates and percentiles say more of the others than of us. */
const quietMost = 0.5

function sayCompany({ machine }: BenchResults): string {
  if (machine.loadBefore <= quietMost)
    return 'Nothing else ran on the machine; the measuring client shares its cores.'
  return `**Other work ran on the same cores** (load ${figureOf(machine.loadBefore)} before it began): \
rates and percentiles are below what an idle machine gives; CPU for each time, and the ratio to the bare driver, are what can be read.`
}

/** docs/measurements.md, as it follows from one run. */
export function documentOf(results: BenchResults): string {
  const goals = goalsOf(results).map((goal) => [
    goal.name,
    `${figureOf(goal.value)} ${goal.unit}`,
    sayAim(goal),
    markOf(goal).trim(),
  ])
  return [
    '# Measurements',
    '',
    '<!-- Written by `npm run bench -- --docs`. -->',
    '',
    ...sayWhere(results).map((line) => `${line}.  `),
    sayCompany(results),
    '',
    ...tableOf(['aim', 'reached', 'asked', ''], goals),
    '',
    `CPU is what the scheduler counted (schedstat) for the server process and for all of PostgreSQL, in milliseconds for \
each time; ${sayLifecycle(results)}. The bare driver sends the statements that lifecycles were recorded to send, with the \
same waits, from a process without HTTP or house.`,
    '',
    ...tableOf(headings, rowsOf(results).map(rowOf)),
    '',
    ...spikeLines(results).map((line) => line.trim()),
    '',
  ].join('\n')
}
