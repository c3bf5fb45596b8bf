import type { Column } from '@domain/content/article'
import { blocksOf, filesIn, htmlOf } from '@domain/content/body'
import { gapsIn } from '@domain/content/gaps'
import { blocksOfLines, linesOf } from '@domain/content/lines'
import type { api, Input, Output } from '@/api'

type Words = Input<typeof api.content.saveArticle>['words']
export type Opened = Output<typeof api.content.openDraft>

export interface ArticleDraft {
  /** The saved version that it goes on from; 0: none yet. */
  base: number
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
  base: 0,
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

export function draftOf({ version, words: opened }: Pick<Opened, 'version' | 'words'>): ArticleDraft {
  const { html, mustReadBy, ...words } = opened
  return { base: version, ...words, mustReadBy: mustReadBy ?? '', lines: linesOf(blocksOf(html)) }
}

type Saved = Pick<Output<typeof api.content.saveArticle>, 'version' | 'html' | 'coverId' | 'attachments'>

/**
 * What a save changes in the form: it names the files by where they lie since. What was written while it was under way
 * stays.
 * @param sent the draft as it was saved
 * @param now the draft as it is since
 */
export function afterSave(sent: ArticleDraft, now: ArticleDraft, saved: Saved): Partial<ArticleDraft> {
  const { version, html, coverId, attachments } = saved
  return {
    base: version,
    lines: now.lines === sent.lines ? linesOf(blocksOf(html)) : renamed(now.lines, htmlOfDraft(sent), html),
    ...(now.coverId === sent.coverId ? { coverId } : {}),
    ...(now.attachments === sent.attachments ? { attachments } : {}),
  }
}

function renamed(lines: string, sentHtml: string, savedHtml: string): string {
  const kept = filesIn(blocksOf(savedHtml))
  return filesIn(blocksOf(sentHtml)).reduce(
    (text, fileId, place) => text.replaceAll(`](${fileId})`, `](${kept[place] ?? fileId})`),
    lines,
  )
}

export const htmlOfDraft = ({ lines }: Pick<ArticleDraft, 'lines'>) => htmlOf(blocksOfLines(lines))

export function wordsOf({ base: _base, lines, mustReadBy, ...draft }: ArticleDraft): Words {
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
  if (gapsIn(draft.lines).length > 0) return '还有图片或影片没补，补上或去掉它'
  return draft.lines.trim() ? undefined : '还没有正文'
}
