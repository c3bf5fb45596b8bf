import { type ArticleState, articleStates } from '@domain/content/article'
import { whenOf } from '@/rooms/content/articleWords'

const at = (text: string) => Date.parse(`2026-11-${text}+08:00`)
const NOW = at('19T09:00:00')

it('says of an article that does not appear when it was changed, whatever day it was once timed for', () => {
  const row = { publishAt: at('20T07:00:00'), changedAt: at('19T08:30:00') }
  const said = (state: ArticleState) => whenOf({ ...row, state } as Parameters<typeof whenOf>[0], NOW)
  expect(articleStates.map(said)).toEqual([
    '今天 8:30 改过',
    '今天 8:30 改过',
    '11 月 20 日发布',
    '11 月 20 日',
    '今天 8:30 改过',
  ])
})
