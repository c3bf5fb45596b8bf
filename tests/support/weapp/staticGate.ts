import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { compileFunction } from 'node:vm'

/** What is wrong with an artefact, by the tool that says so. */
export interface Complaint {
  by: 'miniprogram-ci' | 'wcc' | 'wcsc' | 'node'
  text: string
}

const compilers = join(__dirname, '../../../node_modules/miniprogram-compiler/bin/linux')
const READ_MS_MAX = 60_000

/**
 * Everything about a mini program that can be known without WeChat: miniprogram-ci reads configuration, pages and
 * components; wcc compiles the WXML, wcsc the WXSS, and node parses the scripts, which miniprogram-ci leaves alone.
 */
export function inspectArtefact(root: string): Complaint[] {
  return [...readProject(root), ...compileMarkup(root), ...compileStyles(root), ...parseScripts(root)]
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
export function readProject(root: string): Complaint[] {
  const cwd = mkdtempSync(join(tmpdir(), 'wo-gate-'))
  const { stdout } = spawnSync('node', [join(__dirname, 'readProject.cjs'), root], {
    cwd,
    encoding: 'utf8',
    timeout: READ_MS_MAX,
  })
  rmSync(cwd, { recursive: true })
  const { error } = JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as { error: string | null }
  return error === null ? [] : [{ by: 'miniprogram-ci', text: error }]
}

export function compileMarkup(root: string): Complaint[] {
  return compile('wcc', ['-d', ...filesOf(root).filter(file => /\.(wxml|wxs)$/.test(file))], root)
}

export function compileStyles(root: string): Complaint[] {
  return compile('wcsc', ['-db', '-pc', '0', ...filesOf(root).filter(file => file.endsWith('.wxss'))], root)
}

function compile(by: 'wcc' | 'wcsc', args: string[], cwd: string): Complaint[] {
  // The package ships its compilers without the right to run them, and may be installed where it can't be given.
  const compiler = join(mkdtempSync(join(tmpdir(), 'wo-compiler-')), by)
  copyFileSync(join(compilers, by), compiler)
  chmodSync(compiler, 0o755)
  const { status, stderr } = spawnSync(compiler, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  rmSync(dirname(compiler), { recursive: true })
  return status === 0 ? [] : [{ by, text: stderr.slice(0, 2_000) }]
}

/** As WeChat's `require` takes them: each is the body of a function. */
export function parseScripts(root: string): Complaint[] {
  return filesOf(root)
    .filter(file => file.endsWith('.js'))
    .flatMap(file => {
      try {
        compileFunction(readFileSync(join(root, file), 'utf8'), ['require', 'module', 'exports'])
        return []
      } catch (error) {
        return [{ by: 'node' as const, text: `${file}: ${(error as Error).message}` }]
      }
    })
}
