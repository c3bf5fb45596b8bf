import { columns } from '@domain/content/article'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { Picture } from '@/ui/picture/Picture'
import { type ArticleCard, stretchOf } from './articleWords'
import './articleRow.scss'

export const openArticle = (articleId: string) => openPage('content/article', { articleId })

/** An article in a list: its title in two lines, where it belongs and when it was, and its cover. */
export function ArticleRow({ article, now }: { article: ArticleCard; now: number }) {
  const { articleId, title, column, publishAt, coverId, mustRead, onTop, progress } = article
  // What must be read is read once that was confirmed at its end.
  const isRead = mustRead ? progress === 100 : progress !== null
  return (
    <View
      className={`article-row${isRead ? ' article-row--read' : ''}`}
      {...tappable()}
      onClick={() => openArticle(articleId)}
    >
      <View className="article-row__words">
        <View className="article-row__title clamp-2">{title}</View>
        <View className="article-row__meta">
          {mustRead ? <Badge tone="accent">必读</Badge> : null}
          {onTop ? <Badge>置顶</Badge> : null}
          <View className="t12 secondary">
            {[columns[column], sayWhen(publishAt, now), stretchOf(article)].join('\u00a0· ')}
          </View>
        </View>
      </View>
      {coverId ? <Picture src={fileUrl(coverId)} alt="" width={104} height={76} /> : null}
    </View>
  )
}
