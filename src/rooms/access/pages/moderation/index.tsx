import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, api, type Input, type Output, useHeldIds, usePagesOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayLeft } from '../../moderation'
import { Narrow, type Narrowing } from './Narrow'
import { ReviewCard } from './ReviewCard'

type Page = Output<typeof api.forum.listReviews>
type Filter = NonNullable<Input<typeof api.forum.listReviews>['filter']>

const filters: readonly { key: Filter; name: string }[] = [
  { key: 'waiting', name: '待处理' },
  { key: 'appealed', name: '申诉' },
  { key: 'hidden', name: '自动隐去' },
  { key: 'decided', name: '已处理' },
]

const nothing: Record<Filter, { title: string; sentence: string }> = {
  waiting: { title: '都看完了', sentence: '有人举报或申诉，会先出现在这里。' },
  appealed: { title: '没有申诉', sentence: '作者在移除后 7 天内可以申诉一次。' },
  hidden: { title: '没有自动隐去的', sentence: '几位同事都举报的内容会先隐去，等版主来看。' },
  decided: { title: '还没有处理过', sentence: '看过的每一件都会留在这里。' },
}

const notFound = { title: '没有找到', sentence: '换个写法，或者少选一个条件。' }

const sayWaiting = (waiting: number) => (waiting === 0 ? '都看完了' : `${waiting} 件要看`)

interface HeadProps extends Pick<Page, 'nextDueAt' | 'now'> {
  waiting: number
  /** How many were found, as it is said; null: nothing is looked for. */
  found: string | null
}

function Head({ nextDueAt, now, waiting, found }: HeadProps) {
  const due = nextDueAt === null ? '' : `，最久的一件${sayLeft(nextDueAt, now)}`
  return (
    <View className="pad">
      <View className="t28 bold">{found === null ? sayWaiting(waiting) : `找到 ${found} 件`}</View>
      <View className="t12 secondary">
        {found === null ? `24 小时内给答复${due}` : `要看的一共 ${waiting} 件`}
      </View>
    </View>
  )
}

interface FiltersProps {
  filter: Filter
  /** " 3", or nothing. */
  countOf: (key: Filter) => string
  onChange: (filter: Filter) => void
}

function Filters({ filter, countOf, onChange }: FiltersProps) {
  return filters.map(({ key, name }) => (
    <Chip key={key} on={key === filter} onTap={() => onChange(key)}>
      {name}
      {countOf(key)}
    </Chip>
  ))
}

const isRefused = (error: unknown) => error instanceof ApiError && error.kind === 'denied'

/** Whether a row that waits is counted there. */
const isIn = ({ state, hidden }: Page['reviews'][number], key: Filter) =>
  key === 'waiting' || (key === 'appealed' ? state === 'appealed' : hidden)

/** What was reported, doubted or appealed, the first that is due first. Coins go with a removal, so one by one. */
export default function ModerationPage() {
  const [filter, setFilter] = useState<Filter>('waiting')
  const [narrowing, setNarrowing] = useState<Narrowing>({})
  const [typed, setTyped] = useState('')
  const text = useSettled(typed).trim()
  const isNarrowed = text !== '' || Object.keys(narrowing).length > 0
  const asked = { filter, ...narrowing, ...(text === '' ? {} : { text }) }
  const pages = usePagesOf(api.forum.listReviews, asked, { staleMs: 0, kept: false })
  useRefreshOnShow(pages)
  const held = useHeldIds()
  const screen = usePagedScreen(pages)
  const first = screen.data?.[0]
  const shownOf = (loaded: readonly Page[]) =>
    loaded.flatMap(page =>
      page.reviews
        .filter(({ reviewId }) => filter === 'decided' || !held.has(reviewId))
        .map(row => ({ row, now: page.now })),
    )
  // What was decided and can still be taken back is out of the list, and no longer counted.
  const heldOf = (key: Filter) =>
    screen.data?.flatMap(page => page.reviews).filter(row => held.has(row.reviewId) && isIn(row, key))
      .length ?? 0
  const leftOf = (page: Page, key: Exclude<Filter, 'decided'>) => page.counts[key] - heldOf(key)
  const found = isNarrowed ? `${shownOf(screen.data ?? []).length}${pages.hasNextPage ? '+' : ''}` : null
  // While something is looked for nobody has counted how much of it the other chips have.
  const countOf = (key: Filter) => {
    if (found !== null) return key === filter && first ? ` ${found}` : ''
    return key === 'decided' || !first ? '' : ` ${leftOf(first, key)}`
  }
  // The first in the list is the first that is due; what was decided just now is not in it any more.
  const isQueue = filter === 'waiting' && !isNarrowed
  const [next] = isQueue ? shownOf(screen.data ?? []) : []
  const nextDueAt = isQueue ? (next?.row.dueAt ?? null) : (first?.nextDueAt ?? null)
  return (
    <Screen
      nav={<Nav title="举报与申诉" />}
      side={<DeskMenu here="access/moderation" />}
      header={
        isRefused(pages.error) ? undefined : (
          <>
            {first ? (
              <Head {...{ nextDueAt, found }} now={first.now} waiting={leftOf(first, 'waiting')} />
            ) : null}
            <SearchField value={typed} placeholder="作者、工号或内容" onChange={setTyped} />
            <View className="mt-4">
              <ChipRow>
                <Filters filter={filter} countOf={countOf} onChange={setFilter} />
                <Narrow narrowing={narrowing} onChange={setNarrowing} />
              </ChipRow>
            </View>
          </>
        )
      }
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={40} roundLead />}
      isEmpty={loaded => shownOf(loaded).length === 0}
      empty={isNarrowed ? notFound : nothing[filter]}
    >
      {loaded => (
        <View className="pad column gap-12 desk-cards">
          {shownOf(loaded).map(({ row, now }) => (
            <ReviewCard key={row.reviewId} row={row} now={now} />
          ))}
          <View className="t12 secondary">移除会扣回沃币，所以一件一件看，没有批量。</View>
        </View>
      )}
    </Screen>
  )
}
