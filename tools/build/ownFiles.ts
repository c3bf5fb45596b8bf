import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** What is installed, built, kept or measured here, and nobody's source; as .gitignore has it. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', '.data', '.cache', 'coverage', '.swc'])

/**
 * The house's own files under some places, sorted, with `/` between folders: read from the folders themselves, because
 * a copy may come without git, and a file that nobody has added yet counts as well.
 * @param places files or folders relative to `root`; those that there aren't have none
 */
export function ownFiles(root: string, places: readonly string[]): string[] {
  return places.flatMap(place => filesAt(root, place)).sort()
}

function filesAt(root: string, place: string): string[] {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [place]
  return readdirSync(full)
    .filter(name => !NOT_OURS.has(name))
    .flatMap(name => filesAt(root, place === '.' ? name : `${place}/${name}`))
}
