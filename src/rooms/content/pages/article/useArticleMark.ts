import { useQueryClient } from '@tanstack/react-query'
import { api, keyOf, type Output, useCommand } from '@/api'
import type { Article } from '../../articleWords'

type Opened = Output<typeof api.content.openArticle>
const counts = { liked: 'likes', favourited: 'favourites' } as const
const icons = { liked: 'heart', favourited: 'star' } as const
const words = {
  liked: (on: boolean, count: number) => `${on ? '取消赞' : '赞'}，现在 ${count} 个赞`,
  favourited: (on: boolean, count: number) => `${on ? '取消收藏' : '收藏'}，现在 ${count} 次收藏`,
}

/** A heart or a star of an article: filled at the tap, corrected by the answer, taken back by a failure. */
export function useArticleMark(mark: 'liked' | 'favourited', article: Article) {
  const client = useQueryClient()
  const { articleId } = article
  const key = keyOf(api.content.openArticle, { articleId })
  const on = article[mark]
  const count = article[counts[mark]]
  const show = (next: boolean, number: number) =>
    client.setQueryData<Opened>(
      key,
      shown => shown && { ...shown, article: { ...shown.article, [mark]: next, [counts[mark]]: number } },
    )
  const command = useCommand(api.content.markArticle, {
    optimistic: () => {
      show(!on, Math.max(0, count + (on ? -1 : 1)))
      return () => void show(on, count)
    },
    outdates: mark === 'favourited' ? [api.content.listKept] : [],
  })
  return {
    on,
    count,
    icon: icons[mark],
    label: words[mark](on, count),
    toggle: () => void command.run({ articleId, mark, on: !on }),
  }
}
