import { Swiper, SwiperItem, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { spokenAs } from '../a11y/spoken'
import { Picture } from '../picture/Picture'
import './gallery.scss'

export interface GalleryProps {
  /** Addresses, the cover first. */
  pictures: readonly string[]
  /** Read aloud with the place: "上海品牌体验中心，第 2 张". */
  alt: string
  /** Width by height. */
  ratio: number
  /** The one to turn to, whenever it becomes another. */
  turnedTo?: number
}

/** Pictures to be turned with the thumb; the dots below say how many there are. A tap shows one in full. */
export function Gallery({ pictures, alt, ratio, turnedTo = 0 }: GalleryProps) {
  const [at, setAt] = useState(turnedTo)
  useEffect(() => setAt(turnedTo), [turnedTo])
  const open = (index: number) =>
    void Taro.previewImage({ urls: [...pictures], current: pictures[index] ?? '' })
  const [only] = pictures
  if (pictures.length < 2) {
    return (
      <Picture src={only ?? ''} alt={alt} ratio={ratio} square {...(only ? { onTap: () => open(0) } : {})} />
    )
  }
  return (
    <View className="gallery" style={{ paddingTop: `${(100 / ratio).toFixed(3)}%` }}>
      <Swiper className="gallery__swiper" current={at} onChange={({ detail }) => setAt(detail.current)}>
        {pictures.map((src, index) => (
          <SwiperItem key={src}>
            <Picture
              src={src}
              alt={`${alt}，第 ${index + 1} 张`}
              ratio={ratio}
              square
              onTap={() => open(index)}
            />
          </SwiperItem>
        ))}
      </Swiper>
      <View
        className="gallery__dots"
        {...spokenAs('img')}
        aria-label={`第 ${at + 1} 张，共 ${pictures.length} 张`}
      >
        {pictures.map((src, index) => (
          <View key={src} className={`gallery__dot${index === at ? ' gallery__dot--on' : ''}`} />
        ))}
      </View>
    </View>
  )
}
