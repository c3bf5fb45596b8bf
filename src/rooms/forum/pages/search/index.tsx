import { MINUTE_MS } from '@domain/kernel/time'
import { findTerms } from '@domain/knowledge/termSearch'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, clockOffsetMs, fileUrl, type Output, useEndlessPages, usePagesOf, useServerNow } from '@/api'
import { Face } from '@/rooms/Face'
import { TermRow, useGlossary } from '@/rooms/knowledge/public'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { useSettled } from '@/ui/field/useSettled'
import { type EndlessList, ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { belonging, sayAgo } from '../../post'
import { Highlighted } from './Highlighted'
import './search.scss'

type Found = Output<typeof api.forum.search>

/** More stand in the glossary itself. */
const TERMS_MAX = 3

/** While somebody types nothing is asked: only once the fingers rest. */
const RESTING_MS = 350

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="mt-12">
      <SectionHeader title={title} over />
      <Card padding="none">{children}</Card>
    </View>
  )
}

function PeopleAndTopics({ found: { topics, colleagues }, text }: { found: Found; text: string }) {
  return (
    <>
      {topics.length > 0 ? (
        <Section title="话题">
          {topics.map(({ topicId, name, followers }) => (
            <ListRow
              key={topicId}
              lead="hash"
              title={<Highlighted text={name} wanted={text} />}
              meta={`${followers} 人关注`}
              onTap={() => openPage('forum/topic', { topicId })}
            />
          ))}
        </Section>
      ) : null}
      {colleagues.length > 0 ? (
        <Section title="同事">
          {colleagues.map(colleague => (
            <ListRow
              key={colleague.employeeId}
              lead={<Face of={colleague} />}
              title={<Highlighted text={colleague.name} wanted={text} />}
              meta={`${colleague.site} · ${colleague.department}`}
              onTap={() => openPage('forum/author', { authorId: colleague.employeeId })}
            />
          ))}
        </Section>
      ) : null}
    </>
  )
}

/** The words of the house that fit: the phone holds them, so they are there at once. */
function useTerms(text: string) {
  const { data } = useGlossary({ enabled: text !== '' })
  return text === '' || !data ? [] : findTerms(data.terms, text).slice(0, TERMS_MAX)
}

interface ResultsProps {
  pages: readonly Found[]
  terms: ReturnType<typeof useTerms>
  text: string
  now: number
  query: EndlessList
}

/** Everything that fits: words first, then whom and what, and the posts page by page. */
function Results({ pages, terms, text, now, query }: ResultsProps) {
  return (
    <View className="pad">
      {terms.length > 0 ? (
        <Section title="词">
          <View className="pad">
            {terms.map(term => (
              <TermRow key={term.termId} term={term} />
            ))}
          </View>
        </Section>
      ) : null}
      {pages[0] ? <PeopleAndTopics found={pages[0]} text={text} /> : null}
      {pages.some(({ posts }) => posts.length > 0) ? (
        <Section title="帖子">
          {pages
            .flatMap(({ posts }) => posts)
            .map(post => (
              <ListRow
                key={post.postId}
                title={<Highlighted text={post.title} wanted={text} />}
                meta={`${post.author.name} · ${belonging(post.author)} · ${sayAgo(post.postedAt, now)} · ${post.likes} 赞`}
                end={
                  post.images[0] ? (
                    <Picture src={fileUrl(post.images[0].fileId)} alt="" width={64} ratio={4 / 3} />
                  ) : null
                }
                chevron={false}
                onTap={() => openPage('forum/post', { postId: post.postId })}
              />
            ))}
        </Section>
      ) : null}
      <ListEnd of={query} />
    </View>
  )
}

/** The search over everything that is said in 沃谈会, over who says it, and over the words of the house. */
export default function SearchPage() {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), RESTING_MS)
  const query = usePagesOf(api.forum.search, { text }, { enabled: text !== '', kept: false })
  const first = query.data?.pages[0]
  const now = useServerNow(clockOffsetMs({ data: first, dataUpdatedAt: query.dataUpdatedAt }), MINUTE_MS)
  const terms = useTerms(text)
  useEndlessPages(query)
  const header = (
    <SearchField
      value={typed}
      label="搜帖子、同事、话题和词"
      placeholder="帖子、同事、话题、词"
      focus
      onChange={setTyped}
    />
  )
  if (text === '')
    return (
      <Screen nav={<Nav title="搜索" />} header={header}>
        <View className="search__hint">写两个字，或者拼音：xuanjia 也能找到「悬架」</View>
      </Screen>
    )
  return (
    <Screen
      nav={<Nav title="搜索" />}
      header={header}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={40} />}
      isEmpty={({ pages }) =>
        terms.length === 0 &&
        pages.every(({ posts, topics, colleagues }) => posts.length + topics.length + colleagues.length === 0)
      }
      empty={{ title: `没有找到「${text}」`, sentence: '换个说法，或者少写几个字试试。' }}
    >
      {({ pages }) => <Results pages={pages} terms={terms} text={text} now={now} query={query} />}
    </Screen>
  )
}
