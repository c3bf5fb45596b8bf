import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { readDevice } from '@/ui/device/device'
import './notMatched.scss'

interface NotMatchedProps {
  message: string
  /** The way on, where there is one. */
  children?: ReactNode
}

/** Above a form: one answer for whatever did not match, so that nobody can try out who works here. */
export function NotMatched({ message, children }: NotMatchedProps) {
  // With the answer on top, the fields that may be wrong are in sight below it on the smallest phone.
  useEffect(() => {
    const offsetTop = -readDevice().statusBarPx
    void Taro.pageScrollTo({ selector: '.not-matched', offsetTop, duration: 200 })
  }, [])
  return (
    <View className="not-matched" {...spokenAs('alert')}>
      <View className="t14">{message}</View>
      {children}
    </View>
  )
}
