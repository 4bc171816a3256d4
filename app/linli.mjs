#!/usr/bin/env node
// The door to every command. Plain JavaScript, because it runs on whatever Node the machine has (20.19 or newer),
// before anything is installed: it installs what is missing, then hands over to the Node 24 that npm brought.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [asked = 'help', ...words] = process.argv.slice(2)
const needsEverything = asked === 'test' || asked === 'bench'

function giveUp(chinese, english) {
  console.error(`${chinese}\n${english}`)
  process.exit(1)
}

function atLeast(version, major, minor) {
  const [a = 0, b = 0] = version.replace('v', '').split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch {
    return undefined
  }
}

/** Compares the lock file with the list npm leaves of what it really installed. */
function isInstalled() {
  const installed = readJson('node_modules/.package-lock.json')?.packages
  if (!installed) return false
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' ||
      installed[path]?.version === version ||
      (optional && installed[path] === undefined) ||
      ((dev || devOptional) && !needsEverything && installed[path] === undefined),
  )
}

function install() {
  console.log('安装所需程序包,约一分钟… / installing packages, about a minute…')
  const words = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    needsEverything ? '--include=dev' : '--omit=dev',
  ]
  const npm = process.env.npm_execpath
  const underNpm = npm?.endsWith('npm-cli.js') && existsSync(npm)
  // npm ci deletes node_modules, and with it perhaps the Node we run on: npm goes on with the machine's own.
  const node = process.env.npm_node_execpath ?? process.execPath
  const result = underNpm
    ? spawnSync(node, [npm, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) {
    giveUp(
      '安装失败。请检查网络和 npm 镜像设置后重试。',
      'Installing failed. Check the network and the npm registry setting, then try again.',
    )
  }
}

function findNode() {
  const bundled = join(root, 'node_modules/.bin/node')
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled
  if (atLeast(process.version, 22, 18)) return process.execPath
  return giveUp(
    `需要 Node.js 22.18 或更新版本(本机为 ${process.version},没有适用于本机的内置版本)。`,
    `Node.js 22.18 or newer is needed (this is ${process.version}, and none is bundled for this machine).`,
  )
}

/** Runs a command to its end; signals are handed on, and the command is told (by the channel) when we are gone. */
function run(node, file) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => giveUp('无法运行命令。', String(error)))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
  if (process.env.npm_lifecycle_event) watchParents(child)
}

/** Who started us, and who started them: npm puts a shell in between. */
function parents() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]}`
  } catch {
    return String(process.ppid)
  }
}

/** npm killed outright passes nothing on: its child finds itself with other parents. */
function watchParents(child) {
  const first = parents()
  setInterval(() => {
    if (parents() !== first) child.kill('SIGTERM')
  }, 1000).unref()
}

if (!atLeast(process.version, 20, 19)) {
  giveUp(
    `需要 Node.js 20.19 或更新版本(本机为 ${process.version})。`,
    `Node.js 20.19 or newer is needed (this is ${process.version}).`,
  )
}
if (!isInstalled()) install()
const wanted = /^[a-z-]+$/.test(asked) ? join(root, `app/commands/${asked}.ts`) : ''
if (wanted && existsSync(wanted)) {
  run(findNode(), wanted)
} else {
  words.unshift(asked)
  run(findNode(), join(root, 'app/commands/help.ts'))
}
