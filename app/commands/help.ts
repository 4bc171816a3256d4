import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Every command in the order somebody meets them: what it does, in both languages. */
const commands: readonly (readonly [name: string, chinese: string, english: string])[] = [
  ['start', '启动服务(数据库、网页)', 'start everything: store, server, pages'],
  ['demo', '装入或清除演示县', 'load or remove the invented county'],
  ['county', '设立县、查看各县', 'set up a county, list the counties'],
  ['user', '管理工作人员账号', "manage officers' accounts"],
  [
    'import',
    '导入区划、边界、职责清单、履职清单、事项',
    'import divisions, areas, duties, townships, matters',
  ],
  ['export', '导出事项(CSV、XLSX、JSON)', 'export matters (CSV, XLSX, JSON)'],
  ['analyse', '智能研判：测量、学习', 'analysis: measure it, let it learn'],
  ['test', '运行全部检查(--quick 只跑快的部分)', 'run every check (--quick: the fast part)'],
  ['bench', '测量速度', 'measure speed'],
  ['help', '显示本页', 'show this page'],
]

const present = commands.filter(([name]) => existsSync(join(import.meta.dirname, `${name}.ts`)))
const [asked] = process.argv.slice(2)
const unknown = asked !== undefined && !['help', '--help', '-h'].includes(asked)

if (unknown) console.error(`没有“${asked}”这个命令。 / There is no command "${asked}".\n`)
console.log('邻里 Linli\n\n用法 / usage: npx linli <命令 command> [选项 options]\n')
for (const [name, chinese, english] of present)
  console.log(`  ${name.padEnd(8)} ${chinese} / ${english}`)
console.log(`
环境变量 / environment:
  PORT          网页端口,默认 8080 / port, 8080 by default
  LINLI_HOST    监听地址,默认 127.0.0.1 / address to listen on
  LINLI_DATA    数据目录,默认 ./data / data folder
  DATABASE_URL  使用已有的 PostgreSQL(15 或更新) / use an existing PostgreSQL (15 or newer)
  LINLI_DEMO    1 装入演示县,0 不装 / 1 loads the invented county, 0 does not`)
if (unknown) process.exitCode = 2
