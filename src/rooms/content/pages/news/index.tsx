import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  api,
  useAskToNotify,
  useEndlessPages,
  usePagesOf,
  usePullToRefresh,
  useQueryOf,
  useServerNow,
} from '@/api'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { ArticleRow } from '../../ArticleRow'
import type { ArticleCard } from '../../articleWords'
import { type ColumnChoice, ColumnTabs } from '../../ColumnTabs'
import './news.scss'

function Articles({ articles, now, none }: { articles: readonly ArticleCard[]; now: number; none: string }) {
  if (articles.length === 0) return <View className="t14 secondary pad mt-24">{none}</View>
  return (
    <View className="pad mt-8">
      <Card padding="none">
        {articles.map(article => (
          <ArticleRow key={article.articleId} article={article} now={now} />
        ))}
      </Card>
    </View>
  )
}

function Found({ text, now }: { text: string; now: number }) {
  const query = useQueryOf(api.content.findArticles, { text }, { kept: false })
  return (
    <Screen query={query} skeleton={<SkeletonRows count={4} />}>
      {({ articles }) => <Articles articles={articles} now={now} none="没有搜到，换个说法试试。" />}
    </Screen>
  )
}

/** The next pushed article by WeChat too, and the way to what one keeps. */
function Ways() {
  const askToNotify = useAskToNotify()
  const ask = () =>
    askToNotify(['articleOut'], () => toast.show('点一次，微信提醒一篇，通知设置里看还剩几次'))
  return (
    <View className="news__ways">
      <View className="news__way" {...tappable('下次推送文章，微信提醒我')} onClick={ask}>
        <Icon name="bell" />
      </View>
      <View
        className="news__way"
        {...tappable('收藏的文章')}
        onClick={() => openPage('content/news', { kept: '1' })}
      >
        <Icon name="star" />
      </View>
    </View>
  )
}

/** 刷新闻: by column, or what one keeps; and a search over all of it. */
export default function NewsPage() {
  const { kept } = usePageParams()
  const isKept = kept !== undefined
  const [column, setColumn] = useState<ColumnChoice>('all')
  const [text, setText] = useState('')
  const listed = usePagesOf(api.content.listArticles, column === 'all' ? {} : { column }, {
    enabled: !isKept,
  })
  const own = usePagesOf(api.content.listKept, {}, { enabled: isKept, staleMs: 0 })
  const pages = isKept ? own : listed
  useEndlessPages(pages)
  usePullToRefresh(pages.refetch)
  const now = useServerNow(0, MINUTE_MS)
  const wanted = text.trim()
  const articles = pages.data?.pages.flatMap(page => page.articles) ?? []
  const head = isKept ? null : (
    <>
      <SearchField value={text} placeholder="搜文章，拼音也行" onChange={setText} />
      {wanted ? null : <ColumnTabs value={column} onChange={setColumn} />}
    </>
  )
  return (
    <Screen
      nav={<Nav title={isKept ? '收藏的文章' : '刷新闻'} end={isKept ? null : <Ways />} />}
      header={head}
      query={wanted ? undefined : pages}
      skeleton={<SkeletonRows count={6} />}
    >
      {wanted ? <Found text={wanted} now={now} /> : null}
      {wanted ? null : (
        <Articles
          articles={articles}
          now={now}
          none={isKept ? '看到喜欢的，点一下星星就会在这里。' : '这一栏还没有文章。'}
        />
      )}
      {wanted || articles.length === 0 ? null : <ListEnd of={pages} words="都在这里了" />}
    </Screen>
  )
}
