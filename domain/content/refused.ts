import { blocksOf, htmlOf } from './body'

/** Where files lie that WeChat has refused, as a writer finds them: 封面, 正文第 2 张图「装配线」. */
export function refusedPlaces(
  { coverId, html }: { coverId: string | null; html: string },
  refused: readonly string[],
): string[] {
  if (refused.length === 0) return []
  const pictures = blocksOf(html).filter(block => block.kind === 'picture')
  const inText = pictures.flatMap(({ fileId, caption }, place) =>
    refused.includes(fileId) ? [`正文第 ${place + 1} 张图${caption ? `「${caption}」` : ''}`] : [],
  )
  return [...(coverId !== null && refused.includes(coverId) ? ['封面'] : []), ...inText]
}

/** The markup as colleagues see it: without what was refused. */
export function withoutRefused(html: string, refused: readonly string[]): string {
  if (refused.length === 0) return html
  return htmlOf(blocksOf(html).filter(block => !('fileId' in block && refused.includes(block.fileId))))
}
