import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { ArticleRow } from '@/rooms/content/ArticleRow'
import { type ColumnChoice, ColumnTabs } from '@/rooms/content/ColumnTabs'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

type Home = Output<typeof api.content.openHome>

/** All of it, without what stands above as to be read first: one screen says nothing twice. */
export function newsOf({ articles, mustRead }: Pick<Home, 'articles' | 'mustRead'>): Home['articles'] {
  const first = mustRead[0]?.articleId
  return articles.length > 1 ? articles.filter(({ articleId }) => articleId !== first) : articles
}

/** The news of the morning by column: all of it came with the page, a column is asked for when it is wanted. */
export function News({ home, now }: { home: Home; now: number }) {
  const [column, setColumn] = useState<ColumnChoice>('all')
  const isAll = column === 'all'
  const chosen = useQueryOf(api.content.listArticles, isAll ? {} : { column }, { enabled: !isAll })
  const articles = isAll ? newsOf(home) : chosen.data?.articles
  return (
    <Card padding="none">
      <ColumnTabs value={column} onChange={setColumn} />
      {articles?.map(article => (
        <ArticleRow key={article.articleId} article={article} now={now} />
      ))}
      {articles?.length === 0 ? (
        <View className="t14 secondary home__none">这一栏还没有文章，看看别的。</View>
      ) : null}
      {articles === undefined ? (
        <View className="home__none">
          {chosen.isError ? (
            <Button kind="soft" size="small" onTap={() => void chosen.refetch()}>
              没拿到，再试一次
            </Button>
          ) : (
            <SkeletonBlock height={76} />
          )}
        </View>
      ) : null}
      {isAll ? (
        <View className="home__more">
          <Button kind="text" onTap={() => openPage('content/news')}>
            {home.more ? '更早的文章' : '全部文章'}
            {home.unread > 0 ? `，${home.unread} 篇没读` : ''}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
