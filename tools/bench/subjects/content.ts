import type { ArticleDocument } from '../../../cloudfunctions/content/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { action, screen } from './subject'
import { turn } from './turns'

const CHIEF = 'demo-songshiyu'

const outFor = ({ dump }: BenchWorld) =>
  dump<ArticleDocument>('content_articles').filter(
    ({ state, shownTo }) => state === 'published' && shownTo === 'all',
  )

export function contentScreens(world: BenchWorld): Subject[] {
  const articles = outFor(world)
  const anyone = (time: number) => turn(world.people, time).openid
  const article = (time: number) => ({ articleId: turn(articles, time)._id })
  return [
    screen(world, 'home', 'content.openHome', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'articles', 'content.listArticles', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'search', 'content.findArticles', time => ({
      openid: anyone(time),
      input: { text: '零损工' },
    })),
    screen(world, 'article', 'content.openArticle', time => ({ openid: anyone(time), input: article(time) })),
    screen(world, 'newsroom', 'content.openNewsroom', () => ({
      openid: CHIEF,
      input: { state: 'published' as const },
    })),
  ]
}

export function contentActions(world: BenchWorld): Subject[] {
  const articles = outFor(world)
  return [
    action(world, 'content.markArticle', time => ({
      openid: turn(world.people, time).openid,
      input: { articleId: turn(articles, time)._id, mark: 'liked' as const, on: time % 2 === 0 },
    })),
  ]
}
