import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from './Picture'

export interface PictureGridProps {
  /** Up to nine addresses. */
  pictures: readonly string[]
  /** Read aloud with the place: "苏雨桐的图片，第 2 张". */
  alt: string
  /** Default: WeChat's own viewer. */
  onOpen?: (index: number) => void
}

const layout = (count: number) => (count === 1 ? 'one' : count === 2 ? 'two' : count === 4 ? 'four' : 'many')

const ratios = { one: 1.6, two: 1.4, four: 1, many: 1 }

/** One wide, two side by side, four in a square, the others in threes. */
export function PictureGrid({ pictures, alt, onOpen }: PictureGridProps) {
  if (pictures.length === 0) return null
  const shape = layout(pictures.length)
  const open = (index: number) => {
    if (onOpen) onOpen(index)
    else void Taro.previewImage({ urls: [...pictures], current: pictures[index] ?? '' })
  }
  return (
    <View className={`picture-grid picture-grid--${shape}`}>
      {pictures.map((src, index) => (
        <View key={src} className="picture-grid__cell">
          <Picture
            src={src}
            alt={`${alt}，第 ${index + 1} 张`}
            ratio={ratios[shape]}
            onTap={() => open(index)}
          />
        </View>
      ))}
    </View>
  )
}
