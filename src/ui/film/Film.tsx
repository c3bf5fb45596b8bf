import { Video, View } from '@tarojs/components'
import { useState } from 'react'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import { Picture } from '../picture/Picture'
import './film.scss'

export interface FilmProps {
  title: string
  poster: string
  /** Empty: there is no film yet, and the poster stands alone. */
  src: string
  /** Width by height. Default 16 : 9. */
  ratio?: number
}

/** A film behind its poster: it loads only once somebody wants to see it, and a film that cannot be had leaves the poster. */
export function Film({ title, poster, src, ratio = 16 / 9 }: FilmProps) {
  const [playing, setPlaying] = useState(false)
  const canPlay = src !== ''
  if (playing && canPlay) {
    return (
      <View className="film" style={{ paddingTop: `${(100 / ratio).toFixed(3)}%` }}>
        <Video
          className="film__video"
          src={src}
          poster={poster}
          title={title}
          autoplay
          controls
          aria-label={title}
          onError={() => setPlaying(false)}
          onEnded={() => setPlaying(false)}
        />
      </View>
    )
  }
  return (
    <View
      className="film__poster"
      {...(canPlay ? { ...tappable(`播放「${title}」`), onClick: () => setPlaying(true) } : {})}
    >
      <Picture src={poster} alt={canPlay ? '' : title} ratio={ratio} square />
      {canPlay ? (
        <View className="film__play">
          <Icon name="play" size={28} />
        </View>
      ) : null}
    </View>
  )
}
