import { Image, View } from '@tarojs/components'
import { useState } from 'react'
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
  // A picture that was taken away since is gone at once, also from what was kept on the phone.
  const [gone, setGone] = useState<string>()
  const face = official ? 'official' : `tint-${tintOf(name)}`
  return (
    <View className={`avatar avatar--${size} avatar--${face}`} {...unspoken}>
      {src && src !== gone ? (
        <Image
          className="avatar__picture"
          src={src}
          mode="aspectFill"
          lazyLoad
          onError={() => setGone(src)}
        />
      ) : (
        [...name][0]
      )}
    </View>
  )
}
