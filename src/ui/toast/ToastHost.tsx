import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { readDevice } from '../device/device'
import { Icon } from '../icon/Icon'
import { useTabBar } from '../tabBar/store'
import {
  type EarnedToast,
  type PlainToast,
  type StayingToast,
  toast,
  type UndoToast,
  useToast,
} from './store'
import './toast.scss'

function Earned({ amount, reason, multiplier = 1, leftToday, onOpen }: EarnedToast) {
  const doubled = multiplier > 1
  const rest = leftToday === undefined ? '' : leftToday > 0 ? `，今天还能再得 ${leftToday}` : '，今天已经得满'
  return (
    <>
      <View className={`toast__coin${doubled ? ' toast__coin--happy' : ''}`}>
        <Icon name="coin" size={20} />
      </View>
      <View className="toast__text">
        <View className="toast__title">
          +{grouped(amount)} 沃币{doubled ? ` · Happy Hour ×${multiplier}` : ''}
        </View>
        <View className="toast__meta">
          {reason}
          {rest}
        </View>
      </View>
      {onOpen ? (
        <View className="toast__action toast__action--quiet" {...tappable('看明细')} onClick={onOpen}>
          明细
        </View>
      ) : null}
    </>
  )
}

function Plain({ text, next }: PlainToast) {
  return (
    <>
      <View className="toast__text">{text}</View>
      {next ? (
        <View
          className="toast__action toast__action--quiet"
          {...tappable()}
          onClick={() => {
            toast.clear()
            next.onTap()
          }}
        >
          {next.label}
        </View>
      ) : null}
    </>
  )
}

function Undo({ text, after, secondsLeft }: UndoToast) {
  return (
    <>
      <View className="toast__done">
        <Icon name="check" size={20} />
      </View>
      <View className="toast__text">
        <View className="toast__title toast__title--undo">{text}</View>
        {after ? <View className="toast__meta">{after}</View> : null}
      </View>
      <View className="toast__action" {...tappable(`撤销，还有 ${secondsLeft} 秒`)} onClick={toast.takeBack}>
        撤销 {secondsLeft}
      </View>
    </>
  )
}

function Staying({ text, written }: StayingToast) {
  return (
    <>
      <View className="toast__text">
        <View>{text}</View>
        {written === undefined ? null : <View className="toast__meta">你写的是：「{written}」</View>}
      </View>
      <View className="toast__action" {...tappable()} onClick={toast.acknowledge}>
        知道了
      </View>
    </>
  )
}

/** Draws the one message of the moment. Screen renders it; pages don't. */
export function ToastHost() {
  const current = useToast(state => state.current)
  // A sheet has its buttons where messages stand.
  const above = useTabBar(state => state.openSheets > 0)
  const { statusBarPx, navPx } = readDevice()
  return (
    <View
      className={`toast-host${above ? ' toast-host--above' : ''}`}
      {...(above ? { style: { top: `${statusBarPx + navPx + 8}px` } } : {})}
      {...spokenAs('status')}
      aria-live="polite"
    >
      {current ? (
        <View className={`toast toast--${current.kind}`}>
          {current.kind === 'plain' ? <Plain {...current} /> : null}
          {current.kind === 'earned' ? <Earned {...current} /> : null}
          {current.kind === 'staying' ? <Staying {...current} /> : null}
          {current.kind === 'undo' ? <Undo {...current} /> : null}
        </View>
      ) : null}
    </View>
  )
}
