import { View } from '@tarojs/components'
import { type api, fileUrl, type Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { Film } from '@/ui/film/Film'
import { SectionHeader } from '@/ui/section/SectionHeader'

type Centre = Output<typeof api.booking.openCentre>['centre']

/** 1 分 20 秒 */
const sayLength = (seconds: number) =>
  seconds < 60
    ? `${seconds} 秒`
    : `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`

/** The film of the place; where it can't be had its poster stands. */
export function FilmCard({ film }: Pick<Centre, 'film'>) {
  if (!film) return null
  const { fileId, posterFileId, title, seconds } = film
  return (
    <Card padding="none">
      <Film title={title} poster={fileUrl(posterFileId)} src={fileUrl(fileId)} seconds={seconds} />
      <View className="centre__film">
        <View className="t16 medium">{title}</View>
        <View className="t12 secondary">{sayLength(seconds)}</View>
      </View>
    </Card>
  )
}

/** What one sees there, in the order of the way. */
export function StoryCard({ story }: Pick<Centre, 'story'>) {
  if (story.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="走一圈看到什么" />
      <View className="centre__story">
        {story.map(({ title, text }, index) => (
          <View key={title} className="centre__stop">
            <View className="centre__ordinal">{index + 1}</View>
            <View className="grow">
              <View className="t16 medium">{title}</View>
              <View className="t14 secondary mt-4">{text}</View>
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
