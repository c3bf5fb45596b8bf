import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'

const BUNDLE = path.resolve(__dirname, '../../.cache/outside.cjs')

/** In one file with the others, each still finds what lies beside it. */
const ownFolders: Plugin = {
  name: 'own-folders',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]tools[\\/].*\.ts$/ }, async ({ path: file }) => {
      const folder = JSON.stringify(path.dirname(file))
      return { loader: 'ts', contents: `const __dirname = ${folder}; ${await readFile(file, 'utf8')}` }
    })
  },
}

/** Writes what `cloudEnvironment.cjs` loads: plain Node knows neither TypeScript nor the house's aliases. */
export async function bundleOutside(): Promise<void> {
  // Another run may be reading: the file is there whole or not at all.
  const draft = `${BUNDLE}.${process.pid}`
  await build({
    entryPoints: [path.join(__dirname, 'outside.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [ownFolders],
  })
  await rename(draft, BUNDLE)
}
