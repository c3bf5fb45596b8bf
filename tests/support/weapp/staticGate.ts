import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** What is wrong with an artefact, by the tool that says so. */
export interface Complaint {
  by: 'miniprogram-ci' | 'wcc' | 'wcsc' | 'node'
  text: string
}

const compilers = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin/linux')

/**
 * Everything about a mini program that can be known without WeChat: miniprogram-ci reads configuration, pages and
 * components; wcc compiles the WXML, wcsc the WXSS, and node parses the scripts, which miniprogram-ci leaves alone.
 */
export async function inspectArtefact(root: string): Promise<Complaint[]> {
  const files = filesOf(root)
  return [
    ...(await readProject(root)),
    ...compileMarkup(root, files),
    ...compileStyles(root, files),
    ...parseScripts(root, files),
  ]
}

/** Bytes of each package: a subpackage by its root, the rest under `main`. */
export function packageBytes(root: string): Record<string, number> {
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as { subPackages: { root: string }[] }
  const bytes: Record<string, number> = { main: 0 }
  for (const file of filesOf(root)) {
    const owner = app.subPackages.find(subpackage => file.startsWith(`${subpackage.root}/`))?.root ?? 'main'
    bytes[owner] = (bytes[owner] ?? 0) + statSync(join(root, file)).size
  }
  return bytes
}

function filesOf(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? filesOf(root, join(folder, entry.name))
      : [relative(root, join(folder, entry.name))],
  )
}

/** miniprogram-ci wants an account's key only to upload: reading works with any. */
async function readProject(root: string): Promise<Complaint[]> {
  const ci = require('miniprogram-ci') as MiniProgramCi
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: root,
    privateKey: 'not needed for reading',
    ignores: [],
  })
  project.attr = async () => ci.DefaultProjectAttr
  try {
    await ci.getCompiledResult(
      { project, version: '0', setting: { es6: false }, onProgressUpdate: () => undefined },
      join(mkdtempSync(join(tmpdir(), 'wo-gate-')), 'out.zip'),
    )
    return []
  } catch (error) {
    return [{ by: 'miniprogram-ci', text: error instanceof Error ? error.message : String(error) }]
  }
}

interface MiniProgramCi {
  Project: new (options: object) => { attr?: () => Promise<unknown> }
  DefaultProjectAttr: unknown
  getCompiledResult(options: object, zip: string): Promise<unknown>
}

function compileMarkup(root: string, files: string[]): Complaint[] {
  return compile('wcc', ['-d', ...files.filter(file => file.endsWith('.wxml'))], root)
}

function compileStyles(root: string, files: string[]): Complaint[] {
  return compile('wcsc', ['-lc', ...files.filter(file => file.endsWith('.wxss'))], root)
}

function compile(by: 'wcc' | 'wcsc', args: string[], cwd: string): Complaint[] {
  execFileSync('chmod', ['+x', join(compilers, by)])
  const { status, stderr } = spawnSync(join(compilers, by), args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return status === 0 ? [] : [{ by, text: stderr.slice(0, 2_000) }]
}

function parseScripts(root: string, files: string[]): Complaint[] {
  return files
    .filter(file => file.endsWith('.js'))
    .flatMap(file => {
      const { status, stderr } = spawnSync('node', ['--check', join(root, file)], { encoding: 'utf8' })
      return status === 0 ? [] : [{ by: 'node' as const, text: `${file}: ${stderr.slice(0, 500)}` }]
    })
}
