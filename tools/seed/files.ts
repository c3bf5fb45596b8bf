import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { LOCAL_ENVIRONMENT } from '../local-cloud/constants'
import { articleFiles } from './articleFiles'
import { paperFiles } from './papers'
import { codeDrawings, codeSize } from './qrFiles'

const ASSETS = path.join(__dirname, 'assets')
const folders = ['covers', 'goods', 'faces'] as const
type Folder = (typeof folders)[number]

/** Covers are drawn at 358 × 200, goods and faces square. */
const SIZES: Record<Folder, { width: number; height: number }> = {
  covers: { width: 716, height: 400 },
  goods: { width: 480, height: 480 },
  faces: { width: 192, height: 192 },
}

export interface DemoFile {
  /** Its path in the cloud's storage. */
  path: string
  content: Buffer
}

/** The id under which the local cloud serves a picture of the demonstration world. */
export function fileIdOf(folder: Folder, name: string): string {
  return idOf(cloudPathOf(folder, name))
}

/** The same of a film. */
export function filmIdOf(name: string): string {
  return idOf(filmPathOf(name))
}

const idOf = (path: string) => `cloud://${LOCAL_ENVIRONMENT.envId}.${LOCAL_ENVIRONMENT.bucket}/${path}`

export function sizeOf(folder: Folder): { width: number; height: number } {
  return SIZES[folder]
}

/** Every picture, as PNG: storage hands SVG out as a download, and WeChat's image component wants a bitmap. And the films and papers. */
export async function demoFiles(): Promise<DemoFile[]> {
  const drawings = folders.flatMap(folder =>
    readdirSync(path.join(ASSETS, folder)).map(file => ({ folder, name: path.basename(file, '.svg') })),
  )
  const pictures = await Promise.all(drawings.map(({ folder, name }) => drawn(folder, name)))
  const codes = await Promise.all(
    codeDrawings().map(async ({ path: at, svg }) => ({
      path: at,
      content: await sharp(Buffer.from(svg))
        .resize(codeSize.width, codeSize.height)
        .png({ effort: 1, palette: true })
        .toBuffer(),
    })),
  )
  return [...pictures, ...codes, ...filmFiles(), ...paperFiles(), ...articleFiles()]
}

/** Drawn from the covers, and coded so that every browser plays it, also one without licensed codecs. */
function filmFiles(): DemoFile[] {
  const folder = path.join(ASSETS, 'films')
  return readdirSync(folder).map(file => ({
    path: filmPathOf(path.basename(file, '.mp4')),
    content: readFileSync(path.join(folder, file)),
  }))
}

const filmPathOf = (name: string) => `demo/films/${name}.mp4`

async function drawn(folder: Folder, name: string): Promise<DemoFile> {
  const drawing = path.join(ASSETS, folder, `${name}.svg`)
  const content = await sharp(drawing, { density: 192 })
    .resize({ ...SIZES[folder], fit: 'cover' })
    .png({ effort: 1, palette: true })
    .toBuffer()
  return { path: cloudPathOf(folder, name), content }
}

/** Pictures of goods lie where the mall keeps its own, so that a keeper may put them into another good. */
function cloudPathOf(folder: Folder, name: string): string {
  if (folder === 'goods') return `goods/${name}.png`
  return `demo/${folder}/${name}.png`
}
