import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, clockOffsetMs, type Input, type Output, useLast, usePagesOf } from '@/api'
import { HappyHour, useMultiplier } from '@/rooms/coin/public'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { Options } from '@/ui/options/Options'
import { Screen, type ScreenQuery } from '@/ui/screen/Screen'
import { Sheet } from '@/ui/sheet/Sheet'
import { ComposeButton, compose } from './components/ComposeButton'
import { HotTopics } from './components/HotTopics'
import { type PostPage, PostPages } from './components/PostPages'
import { PostSkeleton } from './components/PostSkeleton'
import { useLastVisit } from './useLastVisit'
import { usePostPages } from './usePostPages'
import './talkFeed.scss'

type Sort = NonNullable<Input<typeof api.forum.openFeed>['sort']>
type Board = Output<typeof api.forum.openFeed>['boards'][number]

const sortNames: Record<Sort, string> = { newest: '最新', hot: '最热', featured: '精华' }
const sorts: readonly { key: Sort; text: string }[] = (['newest', 'hot', 'featured'] as const).map(key => ({
  key,
  text: sortNames[key],
}))

/** What stands in an empty list, and the way to the first post in it. */
function emptyFace(isFollowing: boolean, isFeatured: boolean, boardId: string | undefined) {
  if (isFollowing)
    return {
      title: '还没有关注的内容',
      sentence: '在话题页、同事或官方账号的主页点「关注」，他们的新帖就在这里。',
      action: { label: '看看热榜话题', onTap: () => openPage('forum/topics') },
    }
  if (isFeatured)
    return {
      title: '这里还没有精华',
      sentence: '写得具体、对同事有用的帖子，会被选到这里，作者得 50 沃币。',
      action: { label: '写一帖', onTap: () => compose(boardId) },
    }
  return {
    title: '这里还没有人说话',
    sentence: '开个头吧，班车、午饭、刚看到的车，都可以。',
    action: { label: '发第一帖', onTap: () => compose(boardId) },
  }
}

/** Which posts are shown: all, those of one board, or of those that the reader follows. */
type Place = { kind: 'all' } | { kind: 'following' } | { kind: 'board'; boardId: string }

interface FiltersProps {
  boards: readonly Board[]
  place: Place
  onPlace: (place: Place) => void
  sort: Sort
  onSort: (sort: Sort) => void
}

/** What comes first in the list, and the choice of it. */
function SortChoice({ sort, onSort }: Pick<FiltersProps, 'sort' | 'onSort'>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <View
        className="talk-feed__sort"
        {...tappable(`现在看${sortNames[sort]}，换一种`)}
        onClick={() => setOpen(true)}
      >
        {sortNames[sort]}
        <Icon name="down" size={16} />
      </View>
      <Sheet open={open} title="先看哪些" onClose={() => setOpen(false)}>
        <Options
          label="列表的顺序"
          options={sorts}
          value={sort}
          onChange={chosen => {
            onSort(chosen)
            setOpen(false)
          }}
        />
      </Sheet>
    </>
  )
}

function Filters({ boards, place, onPlace, sort, onSort }: FiltersProps) {
  return (
    <View className="talk-feed__filters">
      <View className="grow">
        <ChipRow>
          <Chip on={place.kind === 'all'} onTap={() => onPlace({ kind: 'all' })}>
            全部
          </Chip>
          <Chip on={place.kind === 'following'} onTap={() => onPlace({ kind: 'following' })}>
            关注
          </Chip>
          {boards.map(({ boardId, name }) => (
            <Chip
              key={boardId}
              on={place.kind === 'board' && place.boardId === boardId}
              onTap={() => onPlace({ kind: 'board', boardId })}
            >
              {name}
            </Chip>
          ))}
        </ChipRow>
      </View>
      {place.kind === 'following' ? null : <SortChoice sort={sort} onSort={onSort} />}
    </View>
  )
}

interface TalkFeedProps {
  nav: ReactNode
  /** Whose posts it begins with; undefined: those of all boards. */
  boardId?: string | undefined
}

/** 沃谈会: the feed inside the 沃有趣 tab. */
export function TalkFeed({ nav, boardId: asked }: TalkFeedProps) {
  const [place, setPlace] = useState<Place>(
    asked === undefined ? { kind: 'all' } : { kind: 'board', boardId: asked },
  )
  const [sort, setSort] = useState<Sort>('newest')
  const isFollowing = place.kind === 'following'
  const listed = usePagesOf(
    api.forum.openFeed,
    { sort, ...(place.kind === 'board' ? { boardId: place.boardId } : {}) },
    { enabled: !isFollowing },
  )
  const followed = usePagesOf(api.forum.openFollowing, {}, { enabled: isFollowing })
  const feed = isFollowing ? followed : listed
  const shown: ScreenQuery<{ pages: readonly PostPage[] }> = feed
  const { dataUpdatedAt } = listed
  // An answer goes with the time at which it came: the next list has none while it is under way, or cannot be reached.
  const answer = useLast(listed.data ? { data: listed.data.pages[0], dataUpdatedAt } : undefined)
  const first = answer?.data
  const seenUntil = useLastVisit(first?.now)
  const offsetMs = answer ? clockOffsetMs(answer) : 0
  const now = usePostPages(feed)
  const happyHour = first?.happyHour ?? null
  const multiplier = useMultiplier('forum.post', happyHour, now)
  const boardId = first?.boards.find(
    board => !board.closed && place.kind === 'board' && board.boardId === place.boardId,
  )?.boardId
  const header = (
    <>
      <View className="pad">
        <HappyHour happyHour={happyHour} offsetMs={offsetMs} />
      </View>
      {first ? (
        <>
          <Filters boards={first.boards} place={place} onPlace={setPlace} sort={sort} onSort={setSort} />
          {isFollowing ? null : <HotTopics topics={first.topics} />}
        </>
      ) : null}
    </>
  )
  return (
    <Screen
      tab
      nav={nav}
      header={header}
      query={shown}
      skeleton={<PostSkeleton />}
      isEmpty={({ pages }) => pages.every(page => page.posts.length === 0)}
      empty={emptyFace(isFollowing, sort === 'featured', boardId)}
    >
      {({ pages }) => (
        <>
          <PostPages
            pages={pages}
            now={now}
            ranked={sort === 'hot' && place.kind === 'all'}
            seenUntil={seenUntil}
            query={feed}
          />
          <ComposeButton multiplier={multiplier} boardId={boardId} />
        </>
      )}
    </Screen>
  )
}
