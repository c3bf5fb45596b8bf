import type { TextDraft } from './blockDraft'

/** How the editor calls what a stretch of words can be. */
export const blockWords: Record<TextDraft['kind'], string> = {
  paragraph: '正文',
  heading: '小标题',
  item: '列表',
  step: '步骤',
}
export const textKinds = Object.keys(blockWords) as TextDraft['kind'][]
