import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { Button } from '../button/Button'
import { sayWhen } from '../clock/moment'
import { copyText } from '../device/copyText'
import { Drawing, type DrawingName } from '../drawing/Drawing'
import { Icon } from '../icon/Icon'
import { goBack } from '../nav/Nav'
import { isOnTab } from '../nav/route'
import { readFault, shortenId } from './fault'

/** A next step. */
export interface WayOn {
  label: string
  onTap: () => unknown
}

export interface EmptyFaceProps {
  /** A drawing's name or one of the room's own. Default the seedling. */
  drawing?: DrawingName | ReactNode
  title: string
  sentence?: string
  /** The next step. */
  action?: WayOn
  /** A quieter way on. */
  other?: { label: string; onTap: () => void }
}

const isDrawingName = (drawing: ReactNode): drawing is DrawingName => typeof drawing === 'string'

export function EmptyFace({ drawing = 'seedling', title, sentence, action, other }: EmptyFaceProps) {
  return (
    <View className="face">
      {isDrawingName(drawing) ? <Drawing name={drawing} /> : drawing}
      <View className="face__title">{title}</View>
      {sentence ? <View className="face__sentence">{sentence}</View> : null}
      {action ? (
        <View className="face__action">
          <Button onTap={action.onTap}>{action.label}</Button>
        </View>
      ) : null}
      {other ? (
        <Button kind="text" onTap={other.onTap}>
          {other.label}
        </Button>
      ) : null}
    </View>
  )
}

export interface ErrorFaceProps {
  error: unknown
  onRetry: () => Promise<unknown>
  /** Where to go when trying again leads nowhere. Default: back, except on a tab, where nothing lies behind. */
  elsewhere?: WayOn | undefined
}

const back: WayOn = { label: '返回', onTap: goBack }

export function ErrorFace({ error, onRetry, elsewhere = isOnTab() ? undefined : back }: ErrorFaceProps) {
  const { drawing, title, sentence, canRetry, requestId } = readFault(error)
  return (
    <View className="face" {...spokenAs('alert')}>
      <Drawing name={drawing} />
      <View className="face__title">{title}</View>
      <View className="face__sentence">{sentence}</View>
      {canRetry ? (
        <View className="face__action">
          <Button icon="refresh" onTap={onRetry}>
            再试一次
          </Button>
        </View>
      ) : elsewhere ? (
        <View className="face__action">
          <Button kind="secondary" onTap={elsewhere.onTap}>
            {elsewhere.label}
          </Button>
        </View>
      ) : null}
      {requestId ? (
        <View
          className="face__id"
          {...tappable(`复制编号 ${shortenId(requestId)}`)}
          onClick={() => void copyText(requestId, '编号已复制')}
        >
          编号 {shortenId(requestId)}
          <Icon name="copy" size={16} />
        </View>
      ) : null}
    </View>
  )
}

export interface StaleLineProps {
  /** When the shown content came, in ms since the epoch. */
  updatedAt: number
  now: number
  /** Refreshing failed: the old content stays, and a tap tries again. */
  failed: boolean
  onRetry: () => void
}

export function StaleLine({ updatedAt, now, failed, onRetry }: StaleLineProps) {
  const when = sayWhen(updatedAt, now)
  if (failed) {
    return (
      <View className="stale" {...tappable()} onClick={onRetry}>
        <Icon name="refresh" size={16} />
        {when} 的内容，没能更新，点这里再试
      </View>
    )
  }
  return (
    <View className="stale" aria-live="polite">
      <View className="stale__spinner" />
      {when} 的内容，正在更新
    </View>
  )
}
