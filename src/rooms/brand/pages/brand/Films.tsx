import { sayLength } from '@domain/brand/film'
import { View } from '@tarojs/components'
import { type api, fileUrl, type Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

type Film = Output<typeof api.brand.openFilms>['films'][number]

const WIDE = 16 / 9

/** Beside a film that can't be seen yet stands what can be read of it. */
function sayWhat({ source, seconds, chapters, year }: Film): string {
  const length = source ? sayLength(seconds) : '先读文字'
  return [String(year), length, ...(chapters > 0 ? [`${chapters} 段`] : [])].join(' · ')
}

function Cover({ film, large }: { film: Film; large?: boolean }) {
  return (
    <View className="films__cover">
      <Picture src={fileUrl(film.coverFileId)} alt="" ratio={WIDE} square={large ?? false} />
      {film.source ? (
        <View className={`films__play${large ? ' films__play--large' : ''}`}>
          <Icon name="play" size={large ? 28 : 20} />
        </View>
      ) : null}
    </View>
  )
}

/** The first one large, the others in a grid. */
export function Films({ films }: { films: readonly Film[] }) {
  const [first, ...rest] = films
  if (!first) return null
  const open = ({ filmId }: Film) => openPage('brand/film', { filmId })
  return (
    <View className="pad column gap-12 mt-8">
      <Card padding="none" className="films__first" onTap={() => open(first)}>
        <Cover film={first} large />
        <View className="films__words">
          <View className="t20 bold">{first.title}</View>
          <View className="t14 secondary clamp-2 mt-4">{first.summary}</View>
          <View className="t12 secondary mt-8">{sayWhat(first)}</View>
        </View>
      </Card>
      <View className="films">
        {rest.map(film => (
          <Card key={film.filmId} padding="none" className="films__one" onTap={() => open(film)}>
            <Cover film={film} />
            <View className="films__small">
              <View className="t14 medium clamp-2">{film.title}</View>
              <View className="t12 secondary mt-4">{sayWhat(film)}</View>
            </View>
          </Card>
        ))}
      </View>
    </View>
  )
}

export function FilmSkeleton() {
  return (
    <View className="pad column gap-12 mt-8">
      <SkeletonBlock height={300} />
      <View className="films">
        <SkeletonBlock height={168} />
        <SkeletonBlock height={168} />
      </View>
    </View>
  )
}
