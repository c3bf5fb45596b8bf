import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { readDevice } from '../device/device'
import { Icon } from '../icon/Icon'
import './nav.scss'

export interface NavProps {
  title?: string
  /** A tab root: title of 20 at the left and no way back. */
  root?: boolean
  /** One quiet control left of the capsule, such as search. Never the page's primary action. */
  end?: ReactNode
  /** Over a picture, and over what follows it: the way back stands on a disc, light or dark as the picture asks. */
  over?: 'light' | 'dark'
  /** A cross instead of the arrow, for a page that is an interruption: composing, choosing several. */
  close?: boolean
  /** Called instead of going back, for a page that keeps a draft. */
  onBack?: () => void
}

/** Where a page without a past leads to: the first tab. */
const homePath = '/pages/home/index'

/** Goes back; after a deep link there is nothing behind, so the home tab is opened instead. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.switchTab({ url: homePath })
}

/** The bar under the status bar. It stays while the page scrolls below it. */
export function Nav({ title = '', root = false, end, over, close = false, onBack }: NavProps) {
  const { statusBarPx, navPx, capsulePx } = readDevice()
  const face = `${root ? ' nav--root' : ''}${over ? ` nav--over nav--${over}` : ''}`
  return (
    <View
      className={`nav${face}`}
      style={{
        paddingTop: `${statusBarPx}px`,
        // It takes no room, so that the picture begins at the top.
        ...(over ? { marginBottom: `${-(statusBarPx + navPx)}px` } : {}),
      }}
    >
      <View className="nav__row" style={{ height: `${navPx}px`, paddingRight: `${capsulePx}px` }}>
        {root ? null : (
          <View
            className="nav__back"
            {...tappable(close ? '关闭' : '返回')}
            onClick={() => (onBack ? onBack() : void goBack())}
          >
            <Icon name={close ? 'close' : 'back'} />
          </View>
        )}
        <View className="nav__title" {...spokenAs('heading', 1)}>
          {title}
        </View>
        {end ? <View className="nav__end">{end}</View> : null}
      </View>
    </View>
  )
}
