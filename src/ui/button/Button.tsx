import { Button as NativeButton, type ButtonProps as NativeButtonProps, View } from '@tarojs/components'
import { type PropsWithChildren, useCallback, useEffect, useRef, useState } from 'react'
import { ariaState } from '../a11y/ariaState'
import { tappable } from '../a11y/tappable'
import { Icon, type IconName } from '../icon/Icon'
import './button.scss'

export interface ButtonProps {
  /**
   * `primary` once a screen; `danger` an outline; `dangerFilled` only as the last step of a refusal;
   * `soft` on an accent bed; `text` for the way around.
   */
  kind?: 'primary' | 'secondary' | 'soft' | 'text' | 'danger' | 'dangerFilled'
  /** 48 high, or 36 in a row. Both are a target of 44 and more. */
  size?: 'normal' | 'small'
  icon?: IconName
  /** Fills the width. */
  block?: boolean
  disabled?: boolean
  /** Held busy from outside, such as by a mutation. */
  busy?: boolean
  /**
   * A returned promise keeps the button busy until it settles, so that it cannot be tapped twice.
   * Its rejection stays the caller's: show it where it happened.
   */
  onTap?: () => unknown
  /** Read aloud instead of the words inside. */
  label?: string
  /** What WeChat itself does at the tap: share, ask for the phone number, and so on. */
  openType?: NativeButtonProps['openType']
  onGetPhoneNumber?: NativeButtonProps['onGetPhoneNumber']
  onAgreePrivacyAuthorization?: NativeButtonProps['onAgreePrivacyAuthorization']
  onChooseAvatar?: NativeButtonProps['onChooseAvatar']
}

/** Runs one tap at a time. The ref refuses the second tap of a frame, before React has drawn the first. */
function useOneTap(onTap: ButtonProps['onTap'], blocked: boolean) {
  const running = useRef(false)
  const mounted = useRef(true)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const tap = useCallback(async () => {
    if (blocked || running.current) return
    const outcome = onTap?.()
    if (!(outcome instanceof Promise)) return
    running.current = true
    setBusy(true)
    try {
      await outcome
    } finally {
      running.current = false
      if (mounted.current) setBusy(false)
    }
  }, [blocked, onTap])
  return { busy, tap }
}

export function Button(props: PropsWithChildren<ButtonProps>) {
  const {
    kind = 'primary',
    size = 'normal',
    icon,
    block,
    disabled = false,
    label,
    openType,
    children,
  } = props
  const { busy: running, tap } = useOneTap(props.onTap, disabled || Boolean(props.busy))
  const busy = running || Boolean(props.busy)
  const off = disabled || busy
  const face = `${block ? ' button--block' : ''}${busy ? ' button--busy' : ''}${disabled ? ' button--off' : ''}`
  const className = `button button--${kind} button--${size}${face}`
  const words = (
    <>
      {busy ? (
        <View className="button__spinner" />
      ) : icon ? (
        <Icon name={icon} size={size === 'small' ? 16 : 20} />
      ) : null}
      {children}
    </>
  )
  if (openType) {
    return (
      <NativeButton
        className={className}
        hoverClass="pressed"
        // The browser takes even a false `disabled` for a disabled button.
        disabled={off || undefined}
        openType={openType}
        onGetPhoneNumber={props.onGetPhoneNumber}
        onAgreePrivacyAuthorization={props.onAgreePrivacyAuthorization}
        onChooseAvatar={props.onChooseAvatar}
        onClick={() => void tap()}
      >
        {words}
      </NativeButton>
    )
  }
  return (
    <View
      className={className}
      {...tappable(label)}
      {...ariaState({ disabled: off, busy })}
      hoverClass={off ? 'none' : 'pressed'}
      onClick={event => {
        // A button in a row acts alone.
        event.stopPropagation()
        void tap()
      }}
    >
      {words}
    </View>
  )
}
