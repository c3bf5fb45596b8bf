import { chapterAt, sayLength } from '@domain/brand/film'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, type Output, useQueryOf } from '@/api'
import { ShareButton } from '@/rooms/ShareButton'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Explained } from '@/ui/explained/Explained'
import { Film } from '@/ui/film/Film'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { canOpenChannels, openChannelsFilm } from '../../channels'
import './filmPage.scss'

type Opened = Output<typeof api.brand.openFilm>['film']

/** Channels are seen where WeChat shows them; elsewhere the page says so. */
function ChannelsButton({ source }: Pick<Opened, 'source'>) {
  if (source?.kind !== 'channels') return null
  if (!canOpenChannels) return <View className="t14 secondary">这部影片在视频号上，请在微信里打开。</View>
  return (
    <Button block icon="play" onTap={() => openChannelsFilm(source)}>
      去视频号看
    </Button>
  )
}

interface ChaptersProps extends Pick<Opened, 'chapters'> {
  /** Where the film is; null: it has not begun. */
  at: number | null
  /** Absent: there is no film here to go on from a chapter. */
  onChoose?: (seconds: number) => void
}

/** What is told when. Where the film is here, a tap goes on from there. */
function Chapters({ chapters, at, onChoose }: ChaptersProps) {
  if (chapters.length === 0) return null
  const now = chapterAt(chapters, at)
  return (
    <Card padding="none">
      <SectionHeader title="分段" more={`${chapters.length} 段`} />
      {chapters.map(({ atSeconds, title, words }, place) => (
        <View
          key={atSeconds}
          className={`film-page__chapter${place === now ? ' film-page__chapter--now' : ''}`}
          {...(onChoose
            ? {
                ...tappable(`从 ${sayLength(atSeconds)}「${title}」看起`),
                hoverClass: 'pressed',
                onClick: () => onChoose(atSeconds),
              }
            : {})}
        >
          <View className="film-page__at">{sayLength(atSeconds)}</View>
          <View className="grow">
            <View className="t16 medium">{title}</View>
            {words ? <View className="t14 secondary mt-4">{words}</View> : null}
          </View>
        </View>
      ))}
    </Card>
  )
}

function Told({ film }: { film: Opened }) {
  const { filmId, title, summary, year, seconds, source, coverFileId } = film
  const [from, setFrom] = useState<{ seconds: number } | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const src = source?.kind === 'address' ? source.url : ''
  useShareCard({ page: 'brand/film', params: { filmId }, title, fileId: coverFileId })
  return (
    <View>
      <Film
        title={title}
        poster={fileUrl(coverFileId)}
        src={src}
        seconds={seconds}
        from={from}
        onTime={setAt}
      />
      <View className="pad column gap-12 mt-16">
        <View>
          <View className="t20 bold">{title}</View>
          <View className="t12 secondary mt-4">
            {year} · {source ? sayLength(seconds) : '影片还没有上线，先读文字'}
          </View>
          <View className="t16 mt-12">
            <Explained text={summary} />
          </View>
        </View>
        <ChannelsButton source={source} />
        <Chapters
          chapters={film.chapters}
          at={at}
          {...(src === '' ? {} : { onChoose: seconds => setFrom({ seconds }) })}
        />
        <View className="row row--between">
          <View className="t12 secondary">没有网络的时候，读过的文字还在。</View>
          <ShareButton />
        </View>
      </View>
    </View>
  )
}

/** One film: seen where there is a way, and readable without. */
export default function FilmPage() {
  const { filmId = '' } = usePageParams()
  const query = useQueryOf(api.brand.openFilm, { filmId })
  return (
    <Screen
      nav={<Nav title="影片" />}
      query={query}
      skeleton={
        <View className="column gap-12">
          <SkeletonBlock height={219} />
          <View className="pad">
            <SkeletonBlock height={120} />
          </View>
        </View>
      }
    >
      {({ film }) => <Told film={film} />}
    </Screen>
  )
}
