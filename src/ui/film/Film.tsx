import { Video, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import { Picture } from '../picture/Picture'
import './film.scss'

export interface FilmProps {
  title: string
  poster: string
  /** Empty: there is no film yet, and the poster stands alone. */
  src: string
  /** How long it is, where that is known: not every file tells its player. 0: unknown. */
  seconds: number
  /** Width by height. Default 16 : 9. */
  ratio?: number
  /** A moment to go on from: another object each time that somebody asks for one. */
  from?: Moment | null
  /** Where it is, in whole seconds, while it plays. */
  onTime?: (seconds: number) => void
}

interface Moment {
  seconds: number
}

/** There is one film on a page. */
const FILM_ID = 'film'

function Playing({
  title,
  poster,
  src,
  seconds,
  from = null,
  onTime,
  onStop,
}: FilmProps & { onStop: () => void }) {
  const begun = useRef(from)
  useEffect(() => {
    if (from === null || from === begun.current) return
    const film = Taro.createVideoContext(FILM_ID)
    film.seek(from.seconds)
    film.play()
  }, [from])
  return (
    <Video
      id={FILM_ID}
      className="film__video"
      src={src}
      poster={poster}
      title={title}
      {...(seconds > 0 ? { duration: seconds } : {})}
      initialTime={begun.current?.seconds ?? 0}
      autoplay
      controls
      aria-label={title}
      onTimeUpdate={({ detail }) => onTime?.(Math.floor(detail.currentTime))}
      onError={onStop}
      onEnded={onStop}
    />
  )
}

/** A film behind its poster: it loads only once somebody wants to see it, and a film that cannot be had leaves the poster. */
export function Film(props: FilmProps) {
  const { title, poster, src, ratio = 16 / 9, from } = props
  const [playing, setPlaying] = useState(false)
  const canPlay = src !== ''
  useEffect(() => {
    if (from) setPlaying(true)
  }, [from])
  if (playing && canPlay) {
    return (
      <View className="film" style={{ paddingTop: `${(100 / ratio).toFixed(3)}%` }}>
        <Playing {...props} onStop={() => setPlaying(false)} />
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
