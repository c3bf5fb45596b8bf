import { limits } from '@domain/kernel/limits'
import { plainTextOf, type RichTextView } from '@domain/kernel/richText'
import type { RecapView } from '@domain/union/recapContract'
import { type BlockDraft, draftsOf, emptyText, toBlocks } from '@/ui/richText/blockDraft'

/** What a host has written so far of how it was. */
export interface RecapDraft {
  words: readonly BlockDraft[]
}

export function recapDraftOf(recap: RecapView | null): RecapDraft {
  return { words: recap ? draftsOf(recap.words) : [emptyText] }
}

export function toRecap({ words }: RecapDraft): RichTextView {
  return toBlocks(words)
}

/** What keeps it from being sent, as the host should read it; undefined: nothing. */
export function recapProblem(draft: RecapDraft): string | undefined {
  const words = plainTextOf(toRecap(draft))
  if (words.trim() === '') return '写几句再发布'
  return [...words].length > limits.bodyMax ? `太长了，${limits.bodyMax} 字以内` : undefined
}
