import { Image, View } from '@tarojs/components'
import { unspoken } from '../a11y/ariaState'
import './avatar.scss'

export interface AvatarProps {
  name: string
  /** Side in px. Default 40. */
  size?: 24 | 32 | 40 | 48 | 64
  /** A picture; without one the first character on a tinted ground. */
  src?: string
  /** An account that speaks for the company: dark ground. */
  official?: boolean
}

const tints = 6

/** The same name has the same ground everywhere. */
function tintOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % tints
}

/** Decoration beside a name that is written out; the ear skips it. */
export function Avatar({ name, size = 40, src, official = false }: AvatarProps) {
  const face = official ? 'official' : `tint-${tintOf(name)}`
  return (
    <View className={`avatar avatar--${size} avatar--${face}`} {...unspoken}>
      {src ? <Image className="avatar__picture" src={src} mode="aspectFill" lazyLoad /> : [...name][0]}
    </View>
  )
}
