import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ownFiles } from '../../tools/build/ownFiles'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'wo-files-'))
  for (const file of [
    'src/b.ts',
    'src/a/deep.tsx',
    'src/node_modules/x/index.ts',
    'node_modules/y/index.ts',
    'dist/weapp/app.ts',
    '.data/cloud/seed.json',
    '.cache/builds/h5',
    'package-lock.json',
  ]) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(root, file), file)
  }
})
afterEach(() => rmSync(root, { recursive: true }))

describe("the house's own files", () => {
  it('are those of the folders, without a repository, and without what is installed or built', () => {
    expect(ownFiles(root, ['.'])).toEqual(['package-lock.json', 'src/a/deep.tsx', 'src/b.ts'])
  })

  it('are asked for by place, and a place that there is not has none', () => {
    expect(ownFiles(root, ['src', 'package-lock.json', 'config'])).toEqual([
      'package-lock.json',
      'src/a/deep.tsx',
      'src/b.ts',
    ])
  })
})
