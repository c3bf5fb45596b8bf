import type { BlockShownView, BlockView, RichTextView, RunView, TextKind } from '@domain/kernel/richText'

/** A stretch of words in the editor. What stands out is kept by its phrases, which survive a change around them. */
export interface TextDraft {
  kind: TextKind | 'heading'
  text: string
  bold: readonly string[]
}
type PictureDraft = Extract<BlockView, { kind: 'picture' }>
type LinkDraft = Extract<BlockView, { kind: 'link' }>
export type BlockDraft = TextDraft | PictureDraft | LinkDraft

export const emptyText: TextDraft = { kind: 'paragraph', text: '', bold: [] }

export function isText(draft: BlockDraft): draft is TextDraft {
  return draft.kind !== 'picture' && draft.kind !== 'link'
}

/** Where a phrase ends: at a mark that people pause at, which stays with it, or at a space. */
const PHRASE = /[^\s，。；：！？、,.;:!?]+[，。；：！？、,.;:!?]*\s*/gu
const TRAILING = /[，。；：！？、,.;:!?\s]+$/u

const nameOf = (part: string) => part.replace(TRAILING, '')

/** The phrases of a text that can be made to stand out, each once. */
export function phrasesOf(text: string): string[] {
  return [...new Set((text.match(PHRASE) ?? []).map(nameOf))]
}

/** A line as runs: neighbours of one look are one run. */
function runsOf(line: string, bold: readonly string[]): RunView[] {
  const runs: RunView[] = []
  let at = 0
  for (const match of line.matchAll(PHRASE)) {
    const part = line.slice(at, match.index + match[0].length)
    at = match.index + match[0].length
    const isBold = bold.includes(nameOf(match[0]))
    const last = runs.at(-1)
    if (last && (last.bold === true) === isBold) last.text += part
    else runs.push(isBold ? { text: part, bold: true } : { text: part })
  }
  const rest = line.slice(at)
  const last = runs.at(-1)
  if (rest !== '' && last) last.text += rest
  else if (rest !== '') runs.push({ text: rest })
  return runs
}

/** What is sent: a line of its own is a block of its own, and what is empty falls away. */
export function toBlocks(drafts: readonly BlockDraft[]): RichTextView {
  return drafts.flatMap((draft): BlockView[] => {
    if (!isText(draft)) return [draft]
    const { kind, text, bold } = draft
    const lines = text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    return lines.map(line => (kind === 'heading' ? { kind, text: line } : { kind, runs: runsOf(line, bold) }))
  })
}

/** The editor's form of what stands already. */
export function draftsOf(blocks: readonly (BlockView | BlockShownView)[]): BlockDraft[] {
  const drafts = blocks.map((block): BlockDraft => {
    if (block.kind === 'heading') return { kind: 'heading', text: block.text, bold: [] }
    if (block.kind === 'link') return block
    if (block.kind === 'picture') return { kind: 'picture', fileId: block.fileId, caption: block.caption }
    const text = block.runs.map(run => run.text).join('')
    const bold = block.runs.flatMap(run => (run.bold ? phrasesOf(run.text) : []))
    return { kind: block.kind, text, bold }
  })
  return drafts.length > 0 ? drafts : [emptyText]
}

/** Puts a block one place up or down. */
export function moved(drafts: readonly BlockDraft[], from: number, by: -1 | 1): BlockDraft[] {
  const after = [...drafts]
  const [one] = after.splice(from, 1)
  if (one) after.splice(from + by, 0, one)
  return after
}
