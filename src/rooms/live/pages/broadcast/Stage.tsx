import type { Platform } from '@domain/live/platform'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import '@/ui/film/film.scss'
import { goToPlatform } from '../../leaving'
import { platformName } from '../../words'

interface StageProps {
  broadcastId: string
  coverFileId: string
  /** Where a tap on the picture leads; null: it is only looked at. */
  platform: Platform | null
  onGo: () => void
}

/** The picture, and the way to where it moves. */
export function Stage({ broadcastId, coverFileId, platform, onGo }: StageProps) {
  const picture = <Picture src={fileUrl(coverFileId)} alt="" ratio={390 / 220} square />
  if (!platform) return picture
  return (
    <View
      className="film__poster"
      {...tappable(`去${platformName(platform.kind)}看`)}
      onClick={() => {
        onGo()
        void goToPlatform(platform, broadcastId)
      }}
    >
      {picture}
      <View className="film__play">
        <Icon name="play" size={28} />
      </View>
    </View>
  )
}
