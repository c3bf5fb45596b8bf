import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { api, clockOffsetMs, type Output, useQueryOf, useServerNow } from '@/api'
import { Mark, TalkBar, type TalkOfPost, useTalk } from '@/rooms/forum/public'
import { openPage } from '@/rooms/open'
import { ShareButton } from '@/rooms/ShareButton'
import { useShareCard } from '@/rooms/useShareCard'
import { tappable } from '@/ui/a11y/tappable'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { ArticleSkeleton, Related, Whole } from './ArticleParts'
import './article.scss'
import { ArticleTalk } from './ArticleTalk'
import { Confirmed, MustRead, useMustReadStrip } from './MustRead'
import { useArticleMark } from './useArticleMark'
import { useProgress } from './useProgress'

type Opened = Output<typeof api.content.openArticle>

/** From here on the comments are near enough to be asked for. */
const NEAR_END = 60

function Marks({ article }: Pick<Opened, 'article'>) {
  const liking = useArticleMark('liked', article)
  const keeping = useArticleMark('favourited', article)
  return (
    <>
      <Mark mark={liking} />
      <Mark mark={keeping} />
    </>
  )
}

interface BarProps {
  opened: Opened
  reading: ReturnType<typeof useProgress>
  talk: TalkOfPost
  /** Whether the strip of what must be read stands above it. */
  strip: boolean
  /** Asks for the comments before the reader has come near them. */
  onWant: () => void
  now: number
}

/** Where one will write, before the comments are there: a tap asks for them. */
function Box({ onTap }: { onTap: () => void }) {
  return (
    <View className="article__box" {...tappable()} onClick={onTap}>
      说点真诚的
    </View>
  )
}

/** The comment box where one may comment, the marks, and above them what is owed to an article that must be read. */
function Bar({ opened, reading, talk, strip, onWant, now }: BarProps) {
  const { article } = opened
  const { data } = talk.query
  const must = strip ? <MustRead opened={opened} progress={reading.progress} noted={reading.noted} /> : null
  if (!data)
    return (
      <View className={must ? 'article__bar' : ''}>
        {must}
        <BottomBar>
          <View className="article__marks">
            {article.talkId === null ? null : <Box onTap={onWant} />}
            <Marks article={article} />
            <ShareButton />
          </View>
        </BottomBar>
      </View>
    )
  return (
    <View className={must ? 'article__bar' : ''}>
      {must}
      <TalkBar talk={talk} opened={data} now={now} marks={<Marks article={article} />} />
    </View>
  )
}

/** 一篇文章: to its end, with what colleagues say of it. */
export default function ArticlePage() {
  const { articleId = '', commentId } = useRouter().params
  const query = useQueryOf(api.content.openArticle, { articleId })
  const { data } = query
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS)
  const reading = useProgress(articleId, data?.article.progress, commentId !== undefined)
  const talkId = data?.article.talkId ?? null
  const [wanted, setWanted] = useState(commentId !== undefined)
  const isNear = wanted || reading.progress >= NEAR_END
  const talk = useTalk(talkId ?? '', { enabled: talkId !== null && isNear, aimedId: commentId })
  const strip = useMustReadStrip(data?.article)
  useShareCard({
    page: 'content/article',
    params: { articleId },
    title: data?.article.title ?? '刷新闻',
    fileId: data?.article.coverId,
  })
  const bar = data ? (
    <Bar opened={data} reading={reading} talk={talk} strip={strip} onWant={() => setWanted(true)} now={now} />
  ) : null
  return (
    <Screen
      paper
      nav={<Nav title={reading.isBelowTitle ? (data?.article.title ?? '') : ''} />}
      query={query}
      skeleton={<ArticleSkeleton />}
      elsewhere={{ label: '看别的文章', onTap: () => openPage('content/news') }}
      bar={bar}
    >
      {opened => (
        <View className={strip ? 'article article--must' : 'article'}>
          <Whole article={opened.article} now={now} />
          <Confirmed opened={opened} />
          <Related articles={opened.related} now={now} />
          {talkId === null ? null : <ArticleTalk talk={talk} now={now} />}
        </View>
      )}
    </Screen>
  )
}
