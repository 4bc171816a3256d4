import Type from 'typebox'
import { openClassifier } from '#matters/analyse/classify/classify.ts'
import { learnRoute, routeText } from '#matters/analyse/route/learn-route.ts'
import { readAllLines, readLines, writeLines } from './json-lines.ts'
import { type BenchTask, needFile } from './task.ts'

const seed = 20_261_123
const most = 3

const id = Type.Union([Type.Integer(), Type.String()])
const words = { subject: Type.Optional(Type.String()), text: Type.Optional(Type.String()) }
const Asked = Type.Object({ msg_id: id, ...words })
const Led = Type.Object({
  weak_dept: Type.Optional(Type.String({ minLength: 1 })),
  reply: Type.Optional(Type.String()),
  ...words,
})

/** Which department leads: `{msg_id, depts}`, the best three. Answers are read while learning, never when asked. */
export const run: BenchTask = async (files, say) => {
  const rows = await readAllLines(needFile(files, 'train'), Led)
  const matters = rows.map((row) => ({
    title: row.subject ?? '',
    words: row.text ?? '',
    office: row.weak_dept ?? null,
    answer: row.reply ?? null,
  }))
  const { model, texts } = learnRoute(matters, seed)
  say(`${texts} 条，${model.categories.length} 个单位 / ${model.categories.length} offices`)
  const classifier = openClassifier(model)
  async function* routed() {
    for await (const row of readLines(files.in, Asked)) {
      const text = routeText(row.subject ?? '', row.text ?? '')
      const { shares } = classifier.classify(text, { certaintyMin: 0 })
      const said = shares.map(({ category }) => category)
      // Where nothing is known of the words, the offices that lead most are the best guess there is.
      const rest = model.categories.filter((category) => !said.includes(category))
      yield { msg_id: row.msg_id, depts: [...said, ...rest].slice(0, most) }
    }
  }
  await writeLines(files.out, routed())
}
