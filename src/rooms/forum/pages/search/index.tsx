import { MINUTE_MS } from '@domain/kernel/time'
import { useState } from 'react'
import { api, clockOffsetMs, type Output, useEndlessPages, usePagesOf, useServerNow } from '@/api'
import { useGlossary } from '@/rooms/knowledge/public'
import { useSettled } from '@/ui/field/useSettled'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Beginning } from './Beginning'
import { type Counts, type Tab, tabShown, tabsOf } from './kinds'
import { Results } from './Results'
import { keepSearched } from './recent'
import { termsFor } from './terms'
import './search.scss'

type Found = Output<typeof api.forum.search>

/** As many colleagues and topics as one answer brings. */
const PEOPLE_MAX = 50
const TOPICS_MAX = 20

/** The words of the house that fit: the phone holds them, so they are there at once. */
function useTerms(text: string) {
  const { data } = useGlossary({ enabled: text !== '' })
  return termsFor(text === '' ? [] : (data?.terms ?? []), text)
}

function countsOf(
  pages: readonly Found[],
  { called, saying }: ReturnType<typeof useTerms>,
  more: boolean,
): Counts {
  const { colleagues = [], topics = [] } = pages[0] ?? {}
  return {
    posts: { count: pages.reduce((sum, { posts }) => sum + posts.length, 0), more },
    people: { count: colleagues.length, more: colleagues.length === PEOPLE_MAX },
    topics: { count: topics.length, more: topics.length === TOPICS_MAX },
    terms: { count: called.length + saying.length, more: false },
  }
}

/** The search over everything that is said in 沃谈会, over who says it, and over the words of the house. */
export default function SearchPage() {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Tab>('all')
  const text = useSettled(typed.trim())
  const query = usePagesOf(api.forum.search, { text }, { enabled: text !== '', kept: false })
  const first = query.data?.pages[0]
  const now = useServerNow(clockOffsetMs({ data: first, dataUpdatedAt: query.dataUpdatedAt }), MINUTE_MS)
  const terms = useTerms(text)
  const counts = countsOf(query.data?.pages ?? [], terms, query.hasNextPage)
  const tab = tabShown(chosen, counts)
  const tabs = tabsOf(counts)
  useEndlessPages({ ...query, hasNextPage: query.hasNextPage && (tab === 'all' || tab === 'posts') })
  const header = (
    <>
      <SearchField
        value={typed}
        label="搜帖子、同事、话题和词"
        placeholder="帖子、同事、话题、词"
        focus
        onChange={setTyped}
      />
      {text !== '' && tabs.length > 2 ? <Segments segments={tabs} value={tab} onChange={setChosen} /> : null}
    </>
  )
  if (text === '')
    return (
      <Screen nav={<Nav title="搜索" />} header={header}>
        <Beginning onChoose={setTyped} />
      </Screen>
    )
  return (
    <Screen
      nav={<Nav title="搜索" />}
      header={header}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={40} />}
      isEmpty={() => Object.values(counts).every(({ count }) => count === 0)}
      empty={{ title: `没有找到「${text}」`, sentence: '换个说法，或者少写几个字试试。' }}
    >
      {({ pages }) => (
        <Results
          pages={pages}
          terms={terms}
          text={text}
          now={now}
          query={query}
          tab={tab}
          counts={counts}
          onTab={setChosen}
          onFound={() => keepSearched(text)}
        />
      )}
    </Screen>
  )
}
