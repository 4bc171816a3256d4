import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type State, states } from '#matters/matter/model.ts'
import type { ActRule, Effect, Procedure, Who } from '#matters/matter/procedure.ts'
import { allProcedures } from '#matters/matter/procedures.ts'
import { zh } from '#matters/matter/zh-CN.ts'
import { zh as people } from '#people/zh-CN.ts'

const page = join(import.meta.dirname, '../docs/procedures.md')

const sayWho = (who: Who) =>
  typeof who === 'string'
    ? ({ reporter: '来件人', system: '平台', public: '任何人' } as const)[who]
    : `${people.postKinds[who.post]}${{ any: '', lead: '（主办）', assisting: '（协办）', involved: '（经办）', uninvolved: '（非经办）', consulted: '（被邀请会商）', recorder: '（登记人）' }[who.as]}`

const branchesOf = (rule: ActRule): readonly (readonly [string | null, Effect])[] =>
  rule.branches ? Object.entries(rule.branches) : [[null, {}]]

/** A Mermaid state diagram: only acts that move the state. */
function diagramOf({ acts }: Procedure): string {
  const lines = Object.entries(acts).flatMap(([verb, rule]) =>
    branchesOf(rule).flatMap(([branch, effect]) => {
      const to = effect.to ?? rule.to
      if (!to) return []
      const label = `${zh.act[verb as keyof typeof zh.act]}${branch ? ` ${branch}` : ''}`
      return (rule.from.length === 0 ? ['[*]'] : rule.from).map(
        (from) => `  ${from} --> ${to}: ${label}`,
      )
    }),
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((state) => `  ${state}: ${zh.state[state]}`),
    ...lines,
    '```',
  ].join('\n')
}

const clocksOf = (rule: ActRule) =>
  branchesOf(rule)
    .flatMap(([branch, effect]) =>
      Object.entries({ ...(branch ? {} : rule.clocks), ...effect.clocks }).map(
        ([clock, what]) => `${branch ? `${branch}: ` : ''}${clock} ${what}`,
      ),
    )
    .concat(
      rule.branches
        ? Object.entries(rule.clocks ?? {}).map(([clock, what]) => `${clock} ${what}`)
        : [],
    )
    .join(', ')

function tableOf({ acts }: Procedure): string {
  const rows = Object.entries(acts).map(([verb, rule]) => {
    const from = rule.from.length === 0 ? '–' : rule.from.join(', ')
    return `| ${zh.act[verb as keyof typeof zh.act]} \`${verb}\` | ${from} | ${rule.by.map(sayWho).join('、')} | ${clocksOf(rule)} | ${rule.audience} |`
  })
  return ['| act | from | who | clocks | read by |', '|---|---|---|---|---|', ...rows].join('\n')
}

const text = [
  '# Procedures',
  '',
  'Drawn by `tests/procedures.test.ts` from the data the engine runs; rewrite with `LINLI_WRITE_PROCEDURES=1`.',
  ...allProcedures.flatMap((procedure) => [
    '',
    `## ${zh.kind[procedure.kind]} \`${procedure.kind}\`, version ${procedure.version}`,
    '',
    diagramOf(procedure),
    '',
    tableOf(procedure),
  ]),
  '',
].join('\n')

test('the page of procedures shows what the engine runs', () => {
  if (process.env.LINLI_WRITE_PROCEDURES) writeFileSync(page, text)
  assert.equal(readFileSync(page, 'utf8'), text)
})

/** Every act that ends or moves must lead somewhere an act goes on from, or to an end. */
test('no state is a dead end, and every state but the first is reached', () => {
  const ends: readonly State[] = ['archived']
  for (const { kind, acts } of allProcedures) {
    const rules = Object.values(acts) as ActRule[]
    const reached = new Set(
      rules.flatMap((rule) =>
        [rule, ...Object.values(rule.branches ?? {})].flatMap(({ to }) => to ?? []),
      ),
    )
    const left = new Set(rules.flatMap((rule) => (rule.to || rule.branches ? [...rule.from] : [])))
    for (const state of reached)
      assert.ok(left.has(state) || ends.includes(state), `${kind}: nothing leads out of ${state}`)
    for (const state of left) assert.ok(reached.has(state), `${kind}: nothing leads to ${state}`)
  }
})

test('trap 13: only acceptance starts the resident’s clock', () => {
  for (const { acts } of allProcedures) {
    const starting = Object.entries(acts).filter(([, rule]) =>
      [rule as ActRule, ...Object.values((rule as ActRule).branches ?? {})].some(
        ({ clocks }) => clocks?.completion === 'start',
      ),
    )
    assert.deepEqual(
      starting.map(([verb]) => verb),
      ['accept'],
    )
  }
})

test('trap 11: no act that closes or checks is open to a handling office', () => {
  for (const { acts } of allProcedures) {
    for (const verb of [
      'check',
      'close',
      'decideObjection',
      'decideExtension',
      'suspend',
    ] as const) {
      const rule = acts[verb] as ActRule | undefined
      for (const who of rule?.by ?? []) {
        assert.ok(
          typeof who === 'string' || who.as === 'uninvolved',
          `${verb} by ${JSON.stringify(who)}`,
        )
      }
    }
  }
})
