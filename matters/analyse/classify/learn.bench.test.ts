// On real messages, where they are at hand; none of them is in this repository.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openClassifier } from './classify.ts'
import { learnFrom } from './learn.ts'
import { measure } from './measure.ts'

const real = join(import.meta.dirname, '../../../../shared/data/teddy2020/classify_train.jsonl')
const skip = existsSync(real) ? false : 'the shared messages are not at hand'

type Row = { label: string; words: string; subject?: string; text?: string }

test('real messages: four fifths learnt, one fifth asked', { skip }, () => {
  const rows = readFileSync(real, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .map(({ label, words, subject = '', text = words }) => ({
      text: `${subject}\n${text}`,
      category: label,
    }))
  const asked = rows.filter((_, i) => i % 5 === 0)
  const { model } = learnFrom(
    rows.filter((_, i) => i % 5 !== 0),
    { seed: 1, useAll: true },
  )
  const classifier = openClassifier(model)
  const answers = asked.map(({ text, category }) => {
    const [best] = classifier.classify(text, { certaintyMin: 0.4 }).shares
    return { said: best?.category ?? null, probability: best?.probability ?? 0, truth: category }
  })
  const quality = measure(answers)
  assert.ok((quality?.macroF1 ?? 0) >= 0.91, `macro-F1 ${quality?.macroF1}`)
  assert.ok((quality?.calibrationError ?? 1) < 0.04, `calibration ${quality?.calibrationError}`)
})
