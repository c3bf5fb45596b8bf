/**
 * Turns `src/assets/icons/*.svg` into `src/ui/icon/icons.gen.scss` (one class an icon, its shape as a
 * mask) and `icons.gen.ts` (the names). A class instead of an inline data URI keeps the shape out of
 * `setData`: a list of fifty hearts sends fifty short names. `src/assets/drawings` become
 * `src/ui/drawing/drawings.gen.scss` in the same way, with their colours.
 *
 *     npx tsx tools/build/icons.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Icons with a second face, filled: what a person has already tapped. */
const filled = ['heart', 'star']

/** Icons drawn at 16 px, where the language asks for a stroke of 1.75. */
const small = ['next', 'down', 'check', 'clock', 'copy', 'info', 'alert', 'refresh', 'lock', 'eye', 'pin']

export interface Drawing {
  name: string
  svg: string
}

/** A data URI that both WXSS and CSS accept inside double quotes. */
export function toDataUri(svg: string): string {
  const compact = svg
    .trim()
    .replace(/>\s+</g, '><')
    .replace(/(\.\d*?)0+(?=[^\d]|$)/g, '$1')
    .replace(/\.(?=[^\d]|$)/g, '')
    .replace(/"/g, "'")
  // The xmlns holds the only dots outside numbers; they are put back after the compaction.
  const encoded = compact
    .replace(/xmlns='[^']*'/, "xmlns='http://www.w3.org/2000/svg'")
    .replace(/currentColor/g, '#000')
    .replace(/[<>#%{}]/g, character => encodeURIComponent(character))
  return `data:image/svg+xml,${encoded}`
}

const header = (folder: string) =>
  `/* Written by tools/build/icons.ts from src/assets/${folder}. Run it again instead of editing. */\n`

const rule = (selector: string, svg: string) =>
  `.icon--${selector} {\n  --icon: url("${toDataUri(svg)}");\n}\n`

/** The stylesheet of every drawing, its filled and its small face included, in the order of the names. */
export function renderScss(drawings: Drawing[]): string {
  const rules = drawings.flatMap(({ name, svg }) => [
    rule(name, svg),
    ...(filled.includes(name)
      ? [rule(`${name}-filled`, svg.replace('fill="none"', 'fill="currentColor"'))]
      : []),
    ...(small.includes(name)
      ? [rule(`${name}.icon--small`, svg.replace('width="1.5"', 'width="1.75"'))]
      : []),
  ])
  return `${header('icons')}${rules.join('')}`
}

/** The faces' drawings: coloured, so a background instead of a mask. */
export function renderDrawings(drawings: Drawing[]): string {
  const rules = drawings.map(
    ({ name, svg }) => `.drawing--${name} {\n  --drawing: url("${toDataUri(svg)}");\n}\n`,
  )
  return `${header('drawings')}${rules.join('')}`
}

/** The names as a type: it costs the mini program nothing. */
export function renderTypes(drawings: Drawing[]): string {
  const names = drawings.map(({ name }) => `  | '${name}'`).join('\n')
  return `// Written by tools/build/icons.ts from src/assets/icons. Run it again instead of editing.\nexport type IconName =\n${names}\n`
}

export function readDrawings(folder: string): Drawing[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.svg'))
    .sort()
    .map(file => ({ name: path.basename(file, '.svg'), svg: readFileSync(path.join(folder, file), 'utf8') }))
}

if (process.argv[1] && path.basename(process.argv[1]) === 'icons.ts') {
  const root = path.resolve(__dirname, '../..')
  const drawings = readDrawings(path.join(root, 'src/assets/icons'))
  writeFileSync(path.join(root, 'src/ui/icon/icons.gen.scss'), renderScss(drawings))
  writeFileSync(path.join(root, 'src/ui/icon/icons.gen.ts'), renderTypes(drawings))
  const faces = readDrawings(path.join(root, 'src/assets/drawings'))
  writeFileSync(path.join(root, 'src/ui/drawing/drawings.gen.scss'), renderDrawings(faces))
  console.log(`${drawings.length} icons`)
}
