import { Type } from 'typebox'
import { stopwatch } from '#foundation/server/clock.ts'
import { openClassifier } from '#matters/analyse/classify/classify.ts'
import { learnFrom } from '#matters/analyse/classify/learn.ts'
import { packModel } from '#matters/analyse/server/learn/pack-model.ts'
import { readAllLines, readLines, writeLines } from './json-lines.ts'
import { type BenchTask, needFile } from './task.ts'

const text = Type.Optional(Type.String())
/** A message: as written where that is known, else its words with gaps between. */
const Message = Type.Object({
  rid: Type.Union([Type.Integer(), Type.String()]),
  subject: text,
  text,
  words: text,
})
const Labelled = Type.Object({ ...Message.properties, label: Type.String({ minLength: 1 }) })

/** What an officer would read: subject and body, else the words. */
function wordsOf(message: { subject?: string; text?: string; words?: string }): string {
  const { subject = '', text: body = message.words ?? '' } = message
  return subject === '' ? body : `${subject}\n${body}`
}

/** Rule `analysis.certaintyMin` as it is delivered. */
const certaintyMin = 0.4
const seed = 1

/** Which category: learns from messages with their label, then says the label of others. */
export const run: BenchTask = async (files, say) => {
  const train = await readAllLines(needFile(files, 'train'), Labelled)
  let began = stopwatch()
  const examples = train.map((row) => ({ text: wordsOf(row), category: row.label }))
  const { model, quality, texts, leftOut } = learnFrom(examples, { seed, useAll: true })
  const size = (packModel(model).length / 1e6).toFixed(1)
  const percent = (share: number | undefined) => `${((share ?? 0) * 100).toFixed(1)}%`
  say(`学习 / learnt: ${texts} (+${leftOut}), ${seconds(began)} s, ${size} MB`)
  say(`留出 / held out: ${quality?.texts ?? 0}, macro-F1 ${percent(quality?.macroF1)}`)
  const classifier = openClassifier(model)
  const usual = model.categories[0] ?? ''
  let told = 0
  let unsure = 0
  began = stopwatch()
  async function* answers() {
    for await (const message of readLines(files.in, Message)) {
      const { shares, certain } = classifier.classify(wordsOf(message), { certaintyMin })
      told += 1
      if (!certain) unsure += 1
      const [best] = shares
      // A measurement wants an answer for every message: where nothing is known, the most frequent category.
      const { category: label = usual, probability = 0 } = best ?? {}
      yield {
        rid: message.rid,
        label,
        probability: Number(probability.toFixed(4)),
        certain,
      }
    }
  }
  await writeLines(files.out, answers())
  const rate = Math.round(told / Number(seconds(began)))
  say(`判断 / classified: ${told}, ${rate}/s, ${unsure} 件由人判断 / for a person`)
}

const seconds = (began: number) => ((stopwatch() - began) / 1000).toFixed(2)
