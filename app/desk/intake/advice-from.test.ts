import assert from 'node:assert/strict'
import { test } from 'node:test'
import { channelsFor } from '#matters/accept/rules.ts'
import { legalChannels } from '#matters/analyse/model.ts'
import { refusalFor } from './advice-from.ts'

test('every channel analysing hints at is one accepting may send to', () => {
  for (const channel of legalChannels) {
    for (const call of channel === 'emergency' ? ['110', '119', '120', '122', null] : [null]) {
      const found = refusalFor({ channel, call, because: [] })
      if (channel === 'order') assert.equal(found, null)
      else assert.ok(found && channelsFor(found[0]).includes(found[1]), `${channel} ${call}`)
    }
  }
})
