import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { useInnerLabel } from '../a11y/useInnerLabel'
import { Icon } from '../icon/Icon'
import './picture.scss'

export interface PictureProps {
  src: string
  /** What it shows; empty for decoration. */
  alt: string
  /** A fixed box in px. Without it the width is the parent's and `ratio` gives the height. */
  width?: number
  height?: number
  /** Width by height. Default 1. */
  ratio?: number
  /** Corner: 8 by default, none inside a card's edge. */
  square?: boolean
  /** Goods keep their whole shape. */
  fit?: 'cover' | 'contain'
  onTap?: () => void
}

/** A box that has its size before the picture comes: fill while loading, a sign when it cannot come. */
export function Picture({ src, alt, width, height, ratio = 1, square, fit = 'cover', onTap }: PictureProps) {
  const host = useInnerLabel<unknown>(alt)
  const [broken, setBroken] = useState('')
  const [seen, setSeen] = useState('')
  const box =
    width === undefined
      ? { paddingTop: `${(100 / ratio).toFixed(3)}%` }
      : { width: `${width}px`, height: `${height ?? width / ratio}px` }
  const failed = src === '' || broken === src
  return (
    <View
      className={`picture${square ? ' picture--square' : ''}${width === undefined ? ' picture--fluid' : ''}`}
      style={box}
      {...(onTap ? { ...tappable(alt), onClick: onTap } : {})}
    >
      {failed ? (
        <View
          className="picture__broken"
          {...spokenAs('img')}
          aria-label={alt ? `${alt}，图片没能打开` : '图片没能打开'}
        >
          <Icon name="img" />
        </View>
      ) : (
        <Image
          ref={host}
          className={`picture__image${seen === src ? ' picture__image--seen' : ''}`}
          src={src}
          mode={fit === 'cover' ? 'aspectFill' : 'aspectFit'}
          lazyLoad
          aria-label={alt}
          {...ariaState({ hidden: alt === '' })}
          onLoad={() => setSeen(src)}
          onError={() => setBroken(src)}
        />
      )}
    </View>
  )
}
