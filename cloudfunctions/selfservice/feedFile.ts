import { refuse } from '@domain/kernel/errors'
import type { FeedFiles } from '@domain/selfservice/gtfs/tables'
import { readFile } from '@platform/storage'
import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate'

const PACKED_BYTES_MAX = 5 * 1024 * 1024
const UNPACKED_BYTES_MAX = 40 * 1024 * 1024
/** Part of a zip's bytes: the same timetable must give the same ones, whenever it is written. */
const WRITTEN_AT = new Date(2000, 0, 1)

interface UploadedFile {
  fileId: string
  name: string
}

/**
 * The texts of an uploaded feed: out of a zip, also one with a folder inside, or the txt files themselves.
 * @throws Refusal SELFSERVICE_FEED_UNREADABLE, SELFSERVICE_FEED_TOO_LARGE
 */
export async function feedFilesOf(uploaded: readonly UploadedFile[]): Promise<FeedFiles> {
  const contents = await Promise.all(
    uploaded.map(({ fileId }) => readFile(fileId, 'SELFSERVICE_FEED_UNREADABLE')),
  )
  const bytes = contents.reduce((sum, { length }) => sum + length, 0)
  const isZip = /\.zip$/i.test(uploaded[0]?.name ?? '')
  refuse(bytes > (isZip ? PACKED_BYTES_MAX : UNPACKED_BYTES_MAX), 'SELFSERVICE_FEED_TOO_LARGE')
  const [first] = contents
  const files =
    isZip && first
      ? unpacked(first)
      : uploaded.map(({ name }, at) => [name, strFromU8(contents[at] as Uint8Array)] as const)
  const texts = files.filter(([name]) => /\.txt$/i.test(name))
  refuse(texts.length === 0, 'SELFSERVICE_FEED_UNREADABLE')
  return new Map(texts)
}

/** What a zip says of the size of its files is counted before any of them is unpacked. */
function unpacked(zip: Uint8Array): [string, string][] {
  let total = 0
  const isText = ({ name, originalSize }: UnzipFileInfo) => {
    const wanted = /\.txt$/i.test(name) && !name.startsWith('__MACOSX')
    total += wanted ? originalSize : 0
    return wanted && total <= UNPACKED_BYTES_MAX
  }
  const entries = entriesOf(zip, isText)
  refuse(total > UNPACKED_BYTES_MAX, 'SELFSERVICE_FEED_TOO_LARGE')
  return entries.map(([name, bytes]) => [name.slice(name.lastIndexOf('/') + 1), strFromU8(bytes)])
}

function entriesOf(zip: Uint8Array, filter: (file: UnzipFileInfo) => boolean): [string, Uint8Array][] {
  try {
    return Object.entries(unzipSync(zip, { filter }))
  } catch {
    refuse(true, 'SELFSERVICE_FEED_UNREADABLE')
    return []
  }
}

/** A feed as one zip. */
export function zipOf(files: FeedFiles): Uint8Array {
  const entries = [...files].map(([name, text]) => [name, [strToU8(text), { mtime: WRITTEN_AT }]] as const)
  return zipSync(Object.fromEntries(entries) as Zippable)
}
