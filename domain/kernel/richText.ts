import type * as z from 'zod'
import type { Block, BlockShown, Run } from './richTextSchema'

/**
 * Text with headings, emphasis, lists, pictures and links to our own pages. It is data from the editor to the screen:
 * no markup is ever parsed, so that nothing in it can be anything but words.
 */
export type RunView = z.output<typeof Run>
export type BlockView = z.output<typeof Block>
export type RichTextView = BlockView[]
/** A picture, when it is read, says whether it has been looked at. */
export type BlockShownView = z.output<typeof BlockShown>
/** The blocks that are made of runs. */
export type TextKind = 'paragraph' | 'item' | 'step'

/** Every line of some plain text as a paragraph of its own; empty lines fall away. */
export function paragraphsOf(text: string): RichTextView {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ kind: 'paragraph', runs: [{ text: line.trim() }] }))
}

/** What one block says, without what it looks like. */
function wordsOf(block: BlockView | BlockShownView): string {
  if (block.kind === 'heading') return block.text
  if (block.kind === 'picture') return block.caption
  if (block.kind === 'link') return block.title
  return block.runs.map(({ text }) => text).join('')
}

/** The words alone, a line for each block: for the machine that reads them, for a search, for a notice. */
export function plainTextOf(blocks: readonly (BlockView | BlockShownView)[]): string {
  return blocks
    .map(wordsOf)
    .filter(words => words !== '')
    .join('\n')
}

/** The files of the pictures in it, each once. */
export function picturesIn(blocks: readonly BlockView[]): string[] {
  return [...new Set(blocks.flatMap(block => (block.kind === 'picture' ? [block.fileId] : [])))]
}

/** Which step of its list a block is, the first is 1; null for anything else. Other blocks begin the list anew. */
export function stepNumbers(blocks: readonly { kind: string }[]): (number | null)[] {
  let number = 0
  return blocks.map(({ kind }) => {
    number = kind === 'step' ? number + 1 : 0
    return kind === 'step' ? number : null
  })
}
