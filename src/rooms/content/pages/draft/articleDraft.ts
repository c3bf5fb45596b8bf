import type { Column } from '@domain/content/article'
import { blocksOf, htmlOf } from '@domain/content/body'
import { blocksOfLines, linesOf } from '@domain/content/lines'
import type { api, Input, Output } from '@/api'

type Words = Input<typeof api.content.saveArticle>['words']
export type Opened = Output<typeof api.content.openDraft>

export interface ArticleDraft {
  title: string
  summary: string
  column: Column
  byline: string
  coverId: string | null
  /** The body as lines: see `domain/content/lines.ts`. */
  lines: string
  audience: Words['audience']
  comments: boolean
  mustRead: boolean
  mustReadBy: string
  push: boolean
  attachments: Words['attachments']
}

export const emptyDraft: ArticleDraft = {
  title: '',
  summary: '',
  column: 'group',
  byline: '',
  coverId: null,
  lines: '',
  audience: { kind: 'all', value: '' },
  comments: true,
  mustRead: false,
  mustReadBy: '',
  push: false,
  attachments: [],
}

export function draftOf({ html, mustReadBy, ...words }: Words): ArticleDraft {
  return { ...words, mustReadBy: mustReadBy ?? '', lines: linesOf(blocksOf(html)) }
}

export const htmlOfDraft = ({ lines }: Pick<ArticleDraft, 'lines'>) => htmlOf(blocksOfLines(lines))

export function wordsOf({ lines, mustReadBy, ...draft }: ArticleDraft): Words {
  const value = draft.audience.kind === 'all' ? '' : draft.audience.value.trim()
  return {
    ...draft,
    audience: { ...draft.audience, value },
    mustReadBy: draft.mustRead && mustReadBy ? mustReadBy : null,
    html: htmlOfDraft({ lines }),
  }
}

/** What is missing before it can be handed in; undefined: nothing. */
export function missingIn(draft: ArticleDraft): string | undefined {
  if (draft.title.trim().length < 2) return '写一个标题'
  if (draft.summary.trim().length < 2) return '写一句摘要，列表和分享卡片会用到'
  if (draft.coverId === null) return '选一张封面'
  if (draft.audience.kind !== 'all' && draft.audience.value.trim() === '') return '选给哪里的同事看'
  return draft.lines.trim() ? undefined : '还没有正文'
}
