import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Picture } from '@/ui/picture/Picture'
import { openArticle } from './ArticleRow'
import { type ArticleCard, metaOf } from './articleWords'

interface LeadProps {
  article: ArticleCard
  now: number
  /** There is much between it and the news below: the picture gives way. */
  low?: boolean
}

/** What stands first in the morning: the picture to the edges of its card, and one title. */
export function Lead({ article, now, low = false }: LeadProps) {
  const { articleId, title, coverId, mustRead, progress } = article
  return (
    <Card padding="none" className="lead" onTap={() => openArticle(articleId)}>
      {coverId ? <Picture src={fileUrl(coverId)} alt="" ratio={358 / (low ? 156 : 192)} square /> : null}
      <View className="column gap-4" style={{ padding: low ? '10px 16px 12px' : '14px 16px 16px' }}>
        <View className="t20 bold clamp-2" {...spokenAs('heading', 2)}>
          {title}
        </View>
        <View className="row gap-8">
          {mustRead && progress !== 100 ? <Badge tone="accent">必读</Badge> : null}
          <View className="t12 secondary">{metaOf(article, now)}</View>
        </View>
      </View>
    </Card>
  )
}
