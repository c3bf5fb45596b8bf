import type { Contracts } from '@domain/contracts'
import type { InputOf } from '@domain/kernel/contract'
import type { Samples } from './samples'

/** An article as a writer writes it. */
export const articleWords: InputOf<Contracts['content']['saveArticle']>['words'] = {
  title: '成都工厂 500 天零损工',
  summary: '秘诀是早会那五分钟',
  column: 'factory',
  byline: '毛晴',
  coverId: null,
  html: '<p>11 月 20 日清晨，门口的数字翻到 500。</p>',
  audience: { kind: 'all', value: '' },
  comments: true,
  mustRead: false,
  mustReadBy: null,
  push: false,
  attachments: [],
}

const none = { articleId: 'none' }

export const contentSamples: Pick<Samples, 'content'> = {
  content: {
    openHome: {},
    listArticles: {},
    findArticles: { text: '零损工' },
    listKept: {},
    openArticle: none,
    noteReading: { ...none, progress: 100 },
    markArticle: { ...none, mark: 'liked', on: true },
    confirmReading: none,
    takeAttachment: { ...none, fileName: '问题卡.pdf' },
    openNewsroom: { state: 'review' },
    findDrafts: { text: '零损工' },
    openDraft: none,
    saveArticle: { words: articleWords },
    moveDraft: { ...none, version: 1, action: 'submit' },
    reviseArticle: { ...none, version: 1 },
    discardRevision: { ...none, version: 1 },
    decideArticle: { ...none, version: 1, action: 'publish' },
    putOnTop: { ...none, onTop: true },
    cleanMarkup: { html: '<p>一段话</p>' },
    openFigures: none,
    listUnconfirmed: { ...none, department: '质量' },
    remindUnconfirmed: none,
    listAudiences: {},
  },
}
