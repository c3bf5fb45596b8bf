import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Locked {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

const file = path.join(__dirname, '../../package-lock.json')
const packages = (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> }).packages

/** Where a package that lies at `from` finds another: in its own node_modules, or in those above it. */
function found(from: string, name: string): boolean {
  const own = `${from ? `${from}/` : ''}node_modules/${name}`
  if (own in packages) return true
  if (from === '') return false
  return found(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}

describe('the lock file', () => {
  it('holds what a package brings on every other machine: without it npm ci fails, and a Mac has no binding', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(name => !found(place, name))
        .map(name => `${place} wants ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('names no registry, so that each machine asks its own', () => {
    expect(Object.keys(packages).filter(place => packages[place]?.resolved !== undefined)).toEqual([])
  })
})
