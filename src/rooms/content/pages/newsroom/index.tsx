import { type ArticleState, articleStates, columns } from '@domain/content/article'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { whenOf } from '../../articleWords'
import { showInNewsroom, useNewsroomTab } from '../../newsroomTab'
import { stateNames } from '../../stateNames'

type Row = Output<typeof api.content.openNewsroom>['articles'][number]

const segments = articleStates.map(key => ({ key, text: stateNames[key] }))

const nothing: Record<ArticleState, string> = {
  draft: '没有草稿。想到什么，先写下来。',
  review: '没有等着审的。',
  scheduled: '没有排好时间的。',
  published: '还没有发布过文章。',
  withdrawn: '没有撤下来的。',
}

const seenBy = (views: number) => `${views.toLocaleString('en-US')} 人看过`

function ArticleLine({ row, now, found }: { row: Row; now: number; found?: boolean }) {
  const { articleId, title, column, state, writerName, to, onTop, views, isRevision } = row
  const isOut = state === 'published'
  return (
    <ListRow
      title={<View className="clamp-2">{title || '还没有标题'}</View>}
      meta={[
        [columns[column], writerName, to].join(' · '),
        [
          found ? stateNames[state] : '',
          isRevision ? '已发布文章的新一版' : '',
          whenOf(row, now),
          isOut ? seenBy(views) : '',
          onTop ? '置顶' : '',
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      onTap={() => openPage('content/draft', { articleId })}
    />
  )
}

/** Articles of any state whose title says what was typed. */
function Found({ text }: { text: string }) {
  const { data, isError, refetch } = useQueryOf(api.content.findDrafts, { text }, { staleMs: 0, kept: false })
  if (!data)
    return isError ? (
      <Button kind="soft" size="small" onTap={() => void refetch()}>
        没找成，再试一次
      </Button>
    ) : (
      <SkeletonRows count={3} leadPx={0} />
    )
  if (data.articles.length === 0)
    return <View className="t14 secondary mt-24">没有标题里有「{text}」的文章，换个词试试</View>
  return (
    <Card padding="none">
      {data.articles.map(row => (
        <ArticleLine key={row.articleId} row={row} now={data.now} found />
      ))}
    </Card>
  )
}

/** 新闻编辑部: what is written, waits, is timed, is out, and was taken down. */
export default function NewsroomPage() {
  const state = useNewsroomTab(({ tab }) => tab)
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const pages = usePagesOf(api.content.openNewsroom, { state }, { staleMs: 0, kept: false })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  const articles = query.data?.flatMap(page => page.articles) ?? []
  const now = query.data?.[0]?.now ?? 0
  return (
    <Screen
      nav={<Nav title="新闻编辑部" />}
      side={<DeskMenu here="content/newsroom" />}
      header={
        <>
          <SearchField value={typed} placeholder="按标题找，拼音也行" onChange={setTyped} />
          {text ? null : <Segments segments={segments} value={state} onChange={showInNewsroom} />}
        </>
      }
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      bar={
        <BottomBar>
          <Button icon="pen" onTap={() => openPage('content/draft')}>
            写一篇
          </Button>
        </BottomBar>
      }
    >
      {text ? (
        <View className="pad mt-8">
          <Found text={text} />
        </View>
      ) : (
        <View className="pad mt-8">
          {articles.length === 0 ? (
            <View className="t14 secondary mt-24">{nothing[state]}</View>
          ) : (
            <>
              <Card padding="none">
                {articles.map(row => (
                  <ArticleLine key={row.articleId} row={row} now={now} />
                ))}
              </Card>
              <ListEnd of={pages} />
            </>
          )}
        </View>
      )}
    </Screen>
  )
}
