import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findText } from '#foundation/languages.ts'
import { en } from './en.ts'
import type { ActRule } from './procedure.ts'
import { allProcedures } from './procedures.ts'
import { zh } from './zh-CN.ts'

test('every act of every procedure, and every way it may go, has words in both languages', () => {
  for (const { kind, acts } of allProcedures) {
    for (const [verb, rule] of Object.entries(acts) as [string, ActRule][]) {
      const branches = Object.keys(rule.branches ?? {}).map((name) => `branch.${verb}.${name}`)
      for (const path of [`act.${verb}`, `done.${verb}`, ...branches]) {
        assert.ok(findText(zh, path), `${kind}: ${path} in Chinese`)
        assert.ok(findText(en, path), `${kind}: ${path} in English`)
      }
    }
  }
})

test('no branch has words that no procedure knows', () => {
  const known = new Set(
    allProcedures.flatMap(({ acts }) =>
      (Object.entries(acts) as [string, ActRule][]).flatMap(([verb, rule]) =>
        Object.keys(rule.branches ?? {}).map((name) => `${verb}.${name}`),
      ),
    ),
  )
  for (const [verb, names] of Object.entries(zh.branch))
    for (const name of Object.keys(names))
      assert.ok(known.has(`${verb}.${name}`), `${verb}.${name}`)
})
