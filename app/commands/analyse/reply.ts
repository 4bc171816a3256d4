import Type from 'typebox'
import { stopwatch } from '#foundation/server/clock.ts'
import { judgeAnswer } from '#matters/analyse/reply/judge-answer.ts'
import { canLearnAnswers, learnAnswers } from '#matters/analyse/reply/learn-answers.ts'
import { readAllLines, readLines, writeLines } from './json-lines.ts'
import type { BenchTask } from './task.ts'

const id = Type.Union([Type.Integer(), Type.String()])
const question = { subject: Type.Optional(Type.String()), text: Type.Optional(Type.String()) }
const Answered = Type.Object({ msg_id: id, reply: Type.String(), ...question })
const Marked = Type.Object({
  reply: Type.String(),
  substantive: Type.Optional(Type.Union([Type.Literal(0), Type.Literal(1)])),
  ...question,
})

const asked = ({ subject, text }: { subject?: string; text?: string }) =>
  `${subject ?? ''}\n${text ?? ''}`

async function learnFrom(path: string, say: (line: string) => void) {
  const marked = (await readAllLines(path, Marked)).flatMap((row) =>
    row.substantive === undefined
      ? []
      : [{ answer: row.reply, asked: asked(row), empty: row.substantive === 0 }],
  )
  if (!canLearnAnswers(marked)) {
    say('标注太少，只按规则判断。 / too few marks: by rule alone')
    return null
  }
  const began = stopwatch()
  const { model, quality } = learnAnswers(marked)
  const seconds = ((stopwatch() - began) / 1000).toFixed(1)
  say(`${marked.length} 条，${seconds} 秒 / s; F1 ${quality.f1.toFixed(3)}`)
  return model
}

/** Which answers say nothing: `{msg_id, substantive}`, 0 for an empty one. Without --train by rule alone. */
export const run: BenchTask = async ({ train, in: path, out }, say) => {
  const model = train === undefined ? null : await learnFrom(train, say)
  async function* judged() {
    for await (const row of readLines(path, Answered)) {
      const { empty } = judgeAnswer(row.reply, asked(row), model)
      yield { msg_id: row.msg_id, substantive: empty ? 0 : 1 }
    }
  }
  await writeLines(out, judged())
}
