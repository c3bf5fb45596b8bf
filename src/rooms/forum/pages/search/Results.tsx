import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { api, fileUrl, type Output, useCommand } from '@/api'
import { Face } from '@/rooms/Face'
import { TermRow, type useGlossary } from '@/rooms/knowledge/public'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { type EndlessList, ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { sayAgo } from '../../post'
import { Highlighted } from './Highlighted'
import { highlightedParts, sentenceWith } from './highlight'
import { type Counts, type Kind, sayCount, type Tab } from './kinds'
import type { termsFor } from './terms'

type Found = Output<typeof api.forum.search>
type Term = NonNullable<ReturnType<typeof useGlossary>['data']>['terms'][number]

/** So many of each kind stand beside the others; the rest has a tab. */
const BESIDE_MAX = 3

interface ResultsProps {
  pages: readonly Found[]
  terms: ReturnType<typeof termsFor<Term>>
  text: string
  now: number
  query: EndlessList
  tab: Tab
  counts: Counts
  onTab: (tab: Tab) => void
  /** A tap has led to something. */
  onFound: () => void
}

interface SectionProps extends Pick<ResultsProps, 'tab' | 'counts' | 'onTab'> {
  kind: Kind
  title: string
  /** How many of them are shown. */
  shown: number
  children: ReactNode
}

/** What was found of one kind; where others stand beside it, the way to the rest. */
function Section({ kind, title, shown, tab, counts, onTab, children }: SectionProps) {
  if (shown === 0 || (tab !== 'all' && tab !== kind)) return null
  const rest = tab === 'all' && counts[kind].count > shown
  return (
    <View className="mt-12">
      <SectionHeader
        title={title}
        over
        {...(rest ? { more: `全部 ${sayCount(counts[kind])}`, onMore: () => onTab(kind) } : {})}
      />
      <Card padding="none">{children}</Card>
    </View>
  )
}

/** A topic that was found, to be opened or followed. */
function TopicRow({
  topic,
  wanted,
  onFound,
}: {
  topic: Found['topics'][number]
  wanted: readonly string[]
  onFound: () => void
}) {
  const { topicId, name, followers, following } = topic
  const follow = useCommand(api.forum.followTopic, {
    outdates: [api.forum.search, api.forum.openTopic, api.forum.openFollowing],
  })
  return (
    <ListRow
      lead="hash"
      title={<Highlighted text={name} wanted={wanted} />}
      meta={`${followers} 人关注`}
      end={
        <Button kind="secondary" size="small" onTap={() => follow.run({ topicId, following: !following })}>
          {following ? '已关注' : '关注'}
        </Button>
      }
      chevron={false}
      onTap={() => {
        onFound()
        openPage('forum/topic', { topicId })
      }}
    />
  )
}

interface PostRowsProps extends Pick<ResultsProps, 'pages' | 'now' | 'onFound'> {
  wanted: readonly string[]
}

/** The posts; one that says it in its text alone shows where. */
function PostRows({ pages, wanted, now, onFound }: PostRowsProps) {
  const sentenceOf = ({ title, body }: Found['posts'][number]) =>
    highlightedParts(title, wanted).some(({ found }) => found) ? undefined : sentenceWith(body, wanted)

  return (
    <>
      {pages
        .flatMap(({ posts }) => posts)
        .map(post => ({ post, sentence: sentenceOf(post) }))
        .map(({ post, sentence }) => (
          <ListRow
            key={post.postId}
            title={<Highlighted text={post.title} wanted={wanted} />}
            meta={[
              ...(sentence === undefined
                ? []
                : [<Highlighted key="sentence" text={sentence} wanted={wanted} />]),
              `${post.author.name} · ${sayAgo(post.postedAt, now)} · ${post.likes} 赞`,
            ]}
            end={
              post.images[0] ? (
                <Picture src={fileUrl(post.images[0].fileId)} alt="" width={64} ratio={4 / 3} />
              ) : null
            }
            chevron={false}
            onTap={() => {
              onFound()
              openPage('forum/post', { postId: post.postId })
            }}
          />
        ))}
    </>
  )
}

function TermRows({ terms }: { terms: readonly Term[] }) {
  return (
    <View className="pad">
      {terms.map(term => (
        <TermRow key={term.termId} term={term} />
      ))}
    </View>
  )
}

/** What fits: words that are called so, whom and what, the posts page by page, and words that only say it. */
export function Results({ pages, terms, text, now, query, tab, counts, onTab, onFound }: ResultsProps) {
  const { topics = [], colleagues = [] } = pages[0] ?? {}
  const isAll = tab === 'all'
  const beside = <T,>(found: readonly T[]) => (isAll ? found.slice(0, BESIDE_MAX) : found)
  const called = beside(terms.called)
  const saying = beside(terms.saying)
  const named = beside(topics)
  const people = beside(colleagues)
  const section = { tab, counts, onTab }
  const wanted = [text, ...pages.flatMap(({ written }) => written)]
  return (
    <View className="pad">
      <Section {...section} kind="terms" title="词" shown={called.length}>
        <TermRows terms={called} />
      </Section>
      <Section {...section} kind="topics" title="话题" shown={named.length}>
        {named.map(topic => (
          <TopicRow key={topic.topicId} topic={topic} wanted={wanted} onFound={onFound} />
        ))}
      </Section>
      <Section {...section} kind="people" title="同事" shown={people.length}>
        {people.map(colleague => (
          <ListRow
            key={colleague.employeeId}
            lead={<Face of={colleague} />}
            title={<Highlighted text={colleague.name} wanted={wanted} />}
            meta={`${colleague.site} · ${colleague.department}`}
            onTap={() => {
              onFound()
              openPage('forum/author', { authorId: colleague.employeeId })
            }}
          />
        ))}
      </Section>
      <Section {...section} kind="posts" title="帖子" shown={counts.posts.count}>
        <PostRows pages={pages} wanted={wanted} now={now} onFound={onFound} />
      </Section>
      {isAll || tab === 'posts' ? <ListEnd of={query} /> : null}
      {isAll && query.hasNextPage ? null : (
        <Section {...section} kind="terms" title="说到它的词" shown={saying.length}>
          <TermRows terms={saying} />
        </Section>
      )}
    </View>
  )
}
