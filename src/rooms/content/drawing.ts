import { blocksOf, htmlOf, withFiles } from '@domain/content/body'

/**
 * An article's markup as it may be drawn: read once more by our list of what an article is made of, whatever lies in
 * the answer, and with the files where this phone finds them.
 */
export function drawable(html: string, urlOf: (fileId: string) => string): string {
  const blocks = blocksOf(html)
  const files = blocks.flatMap(block =>
    'fileId' in block ? [[block.fileId, urlOf(block.fileId)] as const] : [],
  )
  return htmlOf(withFiles(blocks, new Map(files)))
}
