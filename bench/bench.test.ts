import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOf } from './document.ts'
import { reportOf } from './report.ts'
import { beginBench } from './run.ts'

test('the benchmark measures everything, loses nothing and leaves nothing behind', async () => {
  const run = beginBench({ size: 500, seconds: 0.1, concurrency: 2 }, () => {})
  const results = await run.results
  const { measures, bare, spike } = results
  const troubles = [...measures, bare, spike].flatMap((line) => line?.trouble ?? [])
  assert.deepEqual(troubles, [])
  assert.ok(measures.length > 15)
  for (const { name, times, failed, perSecond } of [...measures, ...(bare ? [bare] : [])]) {
    assert.ok(times > 0 && failed === 0 && perSecond > 0, name)
  }
  assert.ok(spike && spike.begun > 0)
  assert.equal(spike.done, spike.begun)
  assert.equal(spike.lost, 0)
  const report = reportOf(results)
  assert.match(report, /lifecycles a second and core/)
  assert.match(report, /0 failed, 0 lost/)
  const document = documentOf(JSON.parse(JSON.stringify(results)))
  assert.match(document, /\| rates of 365 days, CPU \|/)
  assert.match(document, /\| 全流程 lifecycle \|/)
})
