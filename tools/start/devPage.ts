import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compile } from 'sass'

/** The files of the page around the phone, by name. */
export type DevPage = Record<string, string>

const source = join(__dirname, '../dev-page')

/** Builds the page in memory: it is small, and nobody deploys it. It wears the mini program's own tokens. */
export async function buildDevPage(): Promise<DevPage> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'main.tsx')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return {
    'index.html': readFileSync(join(source, 'index.html'), 'utf8'),
    'main.js': outputFiles[0]?.text ?? '',
    'main.css': compile(join(source, 'main.scss')).css,
  }
}
