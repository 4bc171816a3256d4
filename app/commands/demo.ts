import { loadDemo } from '#database/demo/load.ts'
import { removeDemo } from '#database/demo/remove.ts'
import { dataFolder } from './store.ts'
import { misused, readOptions, runCommand, sayAside } from './terminal.ts'

const usage = `linli demo load
  linli demo remove --yes`

const options = { yes: { type: 'boolean', default: false } } as const

const [verb = '', ...words] = process.argv.slice(2)
if (words.includes('--help') || verb === '--help') console.log(usage)
else {
  await runCommand(false, async ({ openStore }) => {
    if (verb !== 'load' && verb !== 'remove')
      throw misused('请说明要做什么', 'Say what to do', usage)
    const { yes } = readOptions(words, options, usage)
    if (verb === 'remove' && !yes) {
      throw misused(
        '将删除演示县 990101 禾安县的全部内容，包括后来录入的。确认请加 --yes。',
        'This removes the invented county 990101 with everything entered in it. Add --yes to confirm.',
        usage,
      )
    }
    const { url } = await openStore()
    if (verb === 'remove') {
      const rows = await removeDemo(url)
      console.log(`已清除演示县，共 ${rows} 行 / the invented county is gone, ${rows} rows`)
      return
    }
    const { signIns } = await loadDemo({ databaseUrl: url, dataDir: dataFolder(), say: sayAside })
    for (const { name, account, password } of signIns)
      console.log(`${account}  ${password}  ${name}`)
  })
}
