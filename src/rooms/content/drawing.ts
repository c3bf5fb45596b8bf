import { type BodyBlock, blocksOf, htmlOf, textOf, withFiles } from '@domain/content/body'

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

/** As the server reads topics; its own reading counts letters by means that WeChat lacks. */
const TOPIC = /#([^#\n]{1,60})#/g

function isOfTopics(block: BodyBlock, names: readonly string[]): boolean {
  const words = block.kind === 'paragraph' ? textOf([block]) : ''
  const named = [...words.matchAll(TOPIC)].map(([, name = '']) => name.trim().replace(/\s+/g, ' '))
  return (
    named.length > 0 && words.replace(TOPIC, '').trim() === '' && named.every(name => names.includes(name))
  )
}

/** The markup without lines that are topics alone, which stand below it as chips. */
export function withoutTopicLines(html: string, topics: readonly { name: string }[]): string {
  const names = topics.map(({ name }) => name)
  return htmlOf(blocksOf(html).filter(block => !isOfTopics(block, names)))
}
