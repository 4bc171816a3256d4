import { fill, type Words } from '#foundation/languages.ts'
import { now, stopwatch } from '#foundation/server/clock.ts'
import { en } from '#matters/analyse/en.ts'
import { en as answersEn } from '#matters/analyse/reply/en.ts'
import { zh as answersZh } from '#matters/analyse/reply/zh-CN.ts'
import { type ModelTask, modelTasks } from '#matters/analyse/server/learn/tasks.ts'
import { trainModels } from '#matters/analyse/server/learn/train-models.ts'
import { zh } from '#matters/analyse/zh-CN.ts'
import { openHouse } from '../../server/house.ts'
import { textOf } from '../../words.ts'
import { dataFolder } from '../store.ts'
import { chooseCounty, inBothLanguages, readOptions, runCommand, sayAside } from '../terminal.ts'

const both = inBothLanguages<Words<typeof zh>>(zh, en)
const bothOfAnswers = inBothLanguages<Words<typeof answersZh>>(answersZh, answersEn)

export const usage = 'linli analyse train [--county 430111] [--json]'

const options = { county: { type: 'string' }, json: { type: 'boolean', default: false } } as const

/** Lets a county learn from its own closed and imported matters, beside a server that may be running on the store. */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore, signal }) => {
    const asked = readOptions(words, options, usage)
    const { url } = await openStore()
    const house = await openHouse({ databaseUrl: url, dataDir: dataFolder(), connections: 2 })
    try {
      const { county } = chooseCounty(asked.county, house.counties, usage)
      const moment = now()
      const { dayOf } = await house.engine.countyOf(county, moment)
      const training = { database: house.database, clock: stopwatch }
      const say = (count: number) =>
        sayAside(both(({ learning }) => fill(learning.told.read, { count })))
      const today = dayOf(moment)
      for (const task of modelTasks) {
        const input = { county, task, now: moment, today, signal, say }
        const row = await trainModels(training, input)
        if (asked.json) console.log(JSON.stringify({ task, ...row }))
        else tell(task, row)
      }
    } finally {
      await house.close()
    }
  })
}

const percent = (quality: { macroF1: number } | null) =>
  quality ? `${(quality.macroF1 * 100).toFixed(1)}%` : '—'

function tell(task: ModelTask, row: Awaited<ReturnType<typeof trainModels>>): void {
  console.log(bothOfAnswers(({ tasks }) => tasks[task]))
  const values = {
    version: row.version,
    matters: row.matters,
    leftOut: row.leftOut,
    categories: row.categories,
    heldOut: row.quality?.texts ?? 0,
    quality: percent(row.quality),
    before: percent(row.beforeQuality),
    seconds: Number(row.seconds.toFixed(1)),
  }
  console.log(both(({ learning }) => fill(learning.told.measured, values)))
  const reason = (language: 'zh-CN' | 'en') =>
    row.trouble
      ? textOf(language, `analyse.refusals.${row.trouble.split('.')[1]}`, { least: 5 })
      : ''
  console.log(
    both(({ learning }, language) =>
      row.written
        ? fill(learning.outcome[row.outcome], { reason: reason(language) })
        : learning.told.quicker,
    ),
  )
}
