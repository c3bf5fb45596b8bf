import type { ArticleDocument } from '../../cloudfunctions/content/store'
import type { PostDocument } from '../../cloudfunctions/forum/store'
import { dayOf } from '../../domain/kernel/time'
import { demoDocuments } from '../../tools/seed/demo'

test.each(['00:09', '03:00', '06:20', '07:40', '23:50'])(
  'what the demo world says of tonight was said today, when it is made at %s',
  clock => {
    const now = new Date(`2026-11-24T${clock}:00+08:00`)
    const documents = demoDocuments(now)
    const articles = (documents.content_articles as ArticleDocument[]).filter(({ title }) =>
      /今晚/.test(title),
    )
    const posts = (documents.forum_posts as PostDocument[]).filter(({ title, body }) =>
      /今晚(见|发布会|终于| 19:30)/.test(`${title}${body}`),
    )
    expect(articles.length * posts.length).toBeGreaterThan(0)
    const said = [
      ...articles.map(({ title, publishAt }) => ({ title, at: publishAt })),
      ...posts.map(({ title, postedAt }) => ({ title, at: postedAt })),
    ]
    expect(said.filter(({ at }) => dayOf(at) !== '2026-11-24' || at > now.getTime())).toEqual([])
  },
)
