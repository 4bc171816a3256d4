/** How well categories were found on texts whose category a person had chosen. */
export type Quality = {
  readonly texts: number
  /** Share of texts that got their category. */
  readonly accuracy: number
  /** Mean over the categories of 2 × right / (said + true): small categories count like large ones. */
  readonly macroF1: number
  /** How far what is said with a probability is from how often it is right, on average (0 is best), in ten steps. */
  readonly calibrationError: number
}

/** One answer: the category said (null: none), with which probability, and the true one. */
export type Answered = {
  readonly said: string | null
  readonly probability: number
  readonly truth: string
}

function f1Of(category: string, answers: readonly Answered[]): number {
  let [right, said, truth] = [0, 0, 0]
  for (const answer of answers) {
    if (answer.said === category) said += 1
    if (answer.truth === category) truth += 1
    if (answer.said === category && answer.truth === category) right += 1
  }
  return (2 * right) / (said + truth)
}

const bins = 10

function calibrationErrorOf(answers: readonly Answered[]): number {
  const gaps = new Float64Array(bins)
  for (const { said, probability, truth } of answers) {
    const bin = Math.min(bins - 1, Math.floor(probability * bins))
    gaps[bin] = (gaps[bin] ?? 0) + probability - (said === truth ? 1 : 0)
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / answers.length
}

/** Measures answers; of no answers all is null. Categories nobody's text belongs to do not count. */
export function measure(answers: readonly Answered[]): Quality | null {
  if (answers.length === 0) return null
  const categories = [...new Set(answers.map(({ truth }) => truth))]
  const f1 = categories.reduce((sum, category) => sum + f1Of(category, answers), 0)
  const right = answers.filter(({ said, truth }) => said === truth).length
  return {
    texts: answers.length,
    accuracy: right / answers.length,
    macroF1: f1 / categories.length,
    calibrationError: calibrationErrorOf(answers),
  }
}
