import { errorCatalogue } from '@domain/kernel/errors'
import { sayRefusal } from '@/rooms/forum/until'

const at = (moment: string) => Date.parse(`${moment}+08:00`)
const NOW = at('2026-11-19T07:30:20')
const message = '发得有点快，歇一会儿再发'

it.each([
  [undefined, message],
  [at('2026-11-19T07:30:50'), `${message}，今天 7:31 起可以`],
  [at('2026-11-20T07:30:00'), `${message}，11 月 20 日 7:30 起可以`],
])('a refusal until %s says from when it would be taken', (againAt, words) =>
  expect(sayRefusal({ code: 'FORUM_TOO_FAST', message, againAt }, NOW)).toBe(words),
)

it.each([
  [['title'], '标题里有不合适的表达，改一改再发'],
  [['title', 'body'], '标题和正文里有不合适的表达，改一改再发'],
  [[], '内容里有不合适的表达，改一改再发'],
])('a refusal by the content check of %j names where', (fields, words) => {
  const { zh } = errorCatalogue.CONTENT_REJECTED
  expect(sayRefusal({ code: 'CONTENT_REJECTED', message: zh, againAt: undefined, fields }, NOW)).toBe(words)
})
