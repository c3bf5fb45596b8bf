import { articleWords } from './contentSamples'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'

const { ruan, song, lin } = people

/** A picture as a page uploads it. */
let pictures = 0
export async function picture(cloud: TestCloud): Promise<string> {
  pictures += 1
  return upload(cloud, ruan.openid, `uploads/article-picture-${pictures}.png`, 'png')
}

/** An article that has everything, handed in by its writer. */
export async function handedIn(cloud: TestCloud, does: Does, more: object = {}) {
  const words = { ...articleWords, coverId: await picture(cloud), ...more }
  const saved = await does<{ articleId: string; version: number }>(ruan, 'content.saveArticle', { words })
  return does<{ version: number }>(ruan, 'content.moveDraft', { ...of(saved), action: 'submit' }).then(
    moved => ({
      articleId: saved.articleId,
      version: moved.version,
    }),
  )
}

const of = ({ articleId, version }: { articleId: string; version: number }) => ({ articleId, version })

/** The same, and published by the chief editor. */
export async function published(cloud: TestCloud, does: Does, more: object = {}) {
  const article = await handedIn(cloud, does, more)
  const { version } = await does<{ version: number }>(song, 'content.decideArticle', {
    ...article,
    action: 'publish',
  })
  return { articleId: article.articleId, version }
}

/** Each procedure of 刷新闻 once, in the way that costs most. */
export async function contentLives(cloud: TestCloud, does: Does): Promise<void> {
  const fileName = '问题卡.pdf'
  const fileId = await upload(cloud, ruan.openid, 'uploads/card.pdf', '%PDF-1.4')
  const inText = await picture(cloud)
  const more = {
    html: `<p>正文 #零损工#</p><img src="${inText}">`,
    attachments: [{ fileId, fileName }],
    mustRead: true,
    push: true,
    audience: { kind: 'city', value: '上海' },
  }
  const article = await published(cloud, does, more)
  const { articleId } = article
  for (const name of ['openHome', 'listArticles', 'listKept']) await does(lin, `content.${name}`)
  await does(lin, 'content.findArticles', { text: '零损工' })
  await does(lin, 'content.noteReading', { articleId, progress: 40 })
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.markArticle', { articleId, mark: 'favourited', on: true })
  await does(lin, 'content.confirmReading', { articleId })
  await does(lin, 'content.openArticle', { articleId })
  await does(lin, 'content.takeAttachment', { articleId, fileName })
  await cloud.timer('content', 'tend')
  await does(lin, 'content.listKept')
  await does(song, 'content.putOnTop', { articleId, onTop: true })
  await does(ruan, 'content.openNewsroom', { state: 'published' })
  await does(ruan, 'content.findDrafts', { text: '零损工' })
  await does(ruan, 'content.openDraft', { articleId })
  await does(ruan, 'content.openFigures', { articleId })
  await does(ruan, 'content.listUnconfirmed', { articleId, department: lin.department })
  await does(ruan, 'content.remindUnconfirmed', { articleId })
  await does(ruan, 'content.listAudiences')
  await does(ruan, 'content.cleanMarkup', { html: '<h1>题</h1><p>一段</p>' })
  await does(song, 'access.openInbox')
  const dropped = await does<{ articleId: string }>(ruan, 'content.reviseArticle', article)
  await does(ruan, 'content.discardRevision', { ...dropped, version: 0 })
  const begun = await does<{ articleId: string }>(ruan, 'content.reviseArticle', article)
  const revision = { articleId: begun.articleId, version: 0 }
  const handed = await does<{ version: number }>(ruan, 'content.moveDraft', { ...revision, action: 'submit' })
  const decided = { ...revision, version: handed.version, action: 'publish', anew: true }
  const { version } = await does<{ version: number }>(song, 'content.decideArticle', decided)
  const withdrawn = { articleId, version, action: 'withdraw', reason: '已经过期' }
  await does(song, 'content.decideArticle', withdrawn)
}
