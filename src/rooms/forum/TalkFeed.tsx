import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import {
  api,
  clockOffsetMs,
  type Input,
  type Output,
  useEndlessPages,
  useLast,
  usePagesOf,
  usePullToRefresh,
  useRefreshFromTop,
  useServerNow,
} from '@/api'
import { HappyHour, isRunning } from '@/rooms/coin/public'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { Screen } from '@/ui/screen/Screen'
import { HotTopics } from './components/HotTopics'
import { PostPages } from './components/PostPages'
import { PostSkeleton } from './components/PostSkeleton'
import { useLastVisit } from './useLastVisit'
import './talkFeed.scss'

type Sort = NonNullable<Input<typeof api.forum.openFeed>['sort']>
type Board = Output<typeof api.forum.openFeed>['boards'][number]

const sortNames: Record<Sort, string> = { newest: '最新', hot: '最热', featured: '精华' }
const nextSort: Record<Sort, Sort> = { newest: 'hot', hot: 'featured', featured: 'newest' }

const emptyFaces = {
  any: {
    title: '这里还没有人说话',
    sentence: '开个头吧，班车、午饭、刚看到的车，都可以。',
    action: { label: '发第一帖', onTap: () => openPage('forum/compose') },
  },
  featured: {
    title: '这里还没有精华',
    sentence: '写得具体、对同事有用的帖子，会被选到这里，作者得 50 沃币。',
    action: { label: '写一帖', onTap: () => openPage('forum/compose') },
  },
}

interface FiltersProps {
  boards: readonly Board[]
  boardId: string | undefined
  onBoard: (boardId: string | undefined) => void
  sort: Sort
  onSort: (sort: Sort) => void
}

function Filters({ boards, boardId, onBoard, sort, onSort }: FiltersProps) {
  return (
    <View className="talk-feed__filters">
      <View className="grow">
        <ChipRow>
          <Chip on={boardId === undefined} onTap={() => onBoard(undefined)}>
            全部
          </Chip>
          {boards.map(board => (
            <Chip key={board.boardId} on={board.boardId === boardId} onTap={() => onBoard(board.boardId)}>
              {board.name}
            </Chip>
          ))}
        </ChipRow>
      </View>
      <View
        className="talk-feed__sort"
        {...tappable(`现在按${sortNames[sort]}排，换成${sortNames[nextSort[sort]]}`)}
        onClick={() => onSort(nextSort[sort])}
      >
        {sortNames[sort]}
        <Icon name="swap" size={16} />
      </View>
    </View>
  )
}

function ComposeButton({ multiplier }: { multiplier: number }) {
  const doubled = multiplier > 1
  return (
    <View
      className="compose-button"
      {...tappable(doubled ? `发帖，现在沃币 ${multiplier} 倍` : '发帖')}
      onClick={() => openPage('forum/compose')}
    >
      <Icon name="pen" />
      {doubled ? <View className="compose-button__times">×{multiplier}</View> : null}
    </View>
  )
}

/** 沃谈会: the feed inside the 沃有趣 tab. */
export function TalkFeed({ nav }: { nav: ReactNode }) {
  const [boardId, setBoardId] = useState<string>()
  const [sort, setSort] = useState<Sort>('newest')
  const feed = usePagesOf(api.forum.openFeed, { sort, ...(boardId === undefined ? {} : { boardId }) })
  const first = useLast(feed.data?.pages[0])
  const seenUntil = useLastVisit(first?.now)
  const offsetMs = clockOffsetMs({ data: first, dataUpdatedAt: feed.dataUpdatedAt })
  const now = useServerNow(offsetMs, MINUTE_MS)
  usePullToRefresh(useRefreshFromTop(feed.queryKey, feed))
  useEndlessPages(feed)
  const happyHour = first?.happyHour ?? null
  const header = (
    <>
      <View className="pad">
        <HappyHour happyHour={happyHour} offsetMs={offsetMs} />
      </View>
      {first ? (
        <>
          <Filters
            boards={first.boards}
            boardId={boardId}
            onBoard={setBoardId}
            sort={sort}
            onSort={setSort}
          />
          <HotTopics topics={first.topics} />
        </>
      ) : null}
    </>
  )
  return (
    <Screen
      tab
      nav={nav}
      header={header}
      query={feed}
      skeleton={<PostSkeleton />}
      isEmpty={({ pages }) => pages.every(page => page.posts.length === 0)}
      empty={emptyFaces[sort === 'featured' ? 'featured' : 'any']}
    >
      {({ pages }) => (
        <>
          <PostPages
            pages={pages}
            now={now}
            ranked={sort === 'hot' && boardId === undefined}
            seenUntil={seenUntil}
            query={feed}
          />
          <ComposeButton multiplier={happyHour && isRunning(happyHour, now) ? happyHour.multiplier : 1} />
        </>
      )}
    </Screen>
  )
}
